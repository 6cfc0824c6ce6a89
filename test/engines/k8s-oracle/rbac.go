package main

import (
	"context"
	"slices"

	rbacv1 "k8s.io/api/rbac/v1"
	"k8s.io/apimachinery/pkg/api/equality"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apiserver/pkg/authorization/authorizer"
	"k8s.io/kubernetes/pkg/registry/rbac/validation"
	"k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac"
	"k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy"
)

type rbacQuestion struct {
	Roles               []*rbacv1.Role               `json:"roles"`
	RoleBindings        []*rbacv1.RoleBinding        `json:"roleBindings"`
	ClusterRoles        []*rbacv1.ClusterRole        `json:"clusterRoles"`
	ClusterRoleBindings []*rbacv1.ClusterRoleBinding `json:"clusterRoleBindings"`
	Requests            []request                    `json:"requests"`
}

// authorise says of each request whether RBAC allows it, on a cluster that has its built-in ClusterRoles as well.
func authorise(asked rbacQuestion) ([]bool, error) {
	clusterRoles := append(builtInRoles(asked.ClusterRoles), asked.ClusterRoles...)
	if err := aggregate(clusterRoles); err != nil {
		return nil, err
	}
	_, rules := validation.NewTestRuleResolver(asked.Roles, asked.RoleBindings, clusterRoles, asked.ClusterRoleBindings)
	judge := rbac.New(rules, rules, rules, rules)
	answers := []bool{}
	for _, r := range asked.Requests {
		// A binding to a role that is not there is an error as well, but no denial of what other bindings give.
		decision, _, _ := judge.Authorize(context.Background(), r.attributes())
		answers = append(answers, decision == authorizer.DecisionAllow)
	}
	return answers, nil
}

// builtInRoles are the ClusterRoles of every new cluster, but for those that are written again.
func builtInRoles(written []*rbacv1.ClusterRole) []*rbacv1.ClusterRole {
	roles := []*rbacv1.ClusterRole{}
	for _, role := range bootstrappolicy.ClusterRoles() {
		isWritten := func(other *rbacv1.ClusterRole) bool { return other.Name == role.Name }
		if !slices.ContainsFunc(written, isWritten) {
			roles = append(roles, &role)
		}
	}
	return roles
}

// aggregate does what clusterrole-aggregation-controller does, until nothing changes: the rules of a ClusterRole with an
// aggregationRule are those of all ClusterRoles that its selectors take. What such a role says itself is overwritten; it
// is dropped first, for among roles that take each other in it would otherwise depend on who comes first.
func aggregate(roles []*rbacv1.ClusterRole) error {
	for _, role := range roles {
		if role.AggregationRule != nil {
			role.Rules = nil
		}
	}
	for hasGrown := true; hasGrown; {
		hasGrown = false
		for _, role := range roles {
			if role.AggregationRule == nil {
				continue
			}
			rules, err := rulesFor(role, roles)
			if err != nil {
				return err
			}
			hasGrown = hasGrown || len(rules) > len(role.Rules)
			role.Rules = rules
		}
	}
	return nil
}

func rulesFor(role *rbacv1.ClusterRole, roles []*rbacv1.ClusterRole) ([]rbacv1.PolicyRule, error) {
	rules := []rbacv1.PolicyRule{}
	for i := range role.AggregationRule.ClusterRoleSelectors {
		selector, err := metav1.LabelSelectorAsSelector(&role.AggregationRule.ClusterRoleSelectors[i])
		if err != nil {
			return nil, err
		}
		for _, other := range roles {
			if other.Name == role.Name || !selector.Matches(labels.Set(other.Labels)) {
				continue
			}
			for _, rule := range other.Rules {
				isKnown := func(known rbacv1.PolicyRule) bool { return equality.Semantic.DeepEqual(known, rule) }
				if !slices.ContainsFunc(rules, isKnown) {
					rules = append(rules, rule)
				}
			}
		}
	}
	return rules, nil
}
