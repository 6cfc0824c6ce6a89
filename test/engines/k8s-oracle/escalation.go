package main

import (
	"context"

	rbacv1 "k8s.io/api/rbac/v1"
	"k8s.io/apiserver/pkg/authentication/user"
	genericapirequest "k8s.io/apiserver/pkg/endpoints/request"
	internal "k8s.io/kubernetes/pkg/apis/rbac"
	registry "k8s.io/kubernetes/pkg/registry/rbac"
	"k8s.io/kubernetes/pkg/registry/rbac/validation"
	"k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac"
)

type escalationQuestion struct {
	RoleBindings        []*rbacv1.RoleBinding        `json:"roleBindings"`
	ClusterRoles        []*rbacv1.ClusterRole        `json:"clusterRoles"`
	ClusterRoleBindings []*rbacv1.ClusterRoleBinding `json:"clusterRoleBindings"`
	User                string                       `json:"user"`
	Attempts            []attempt                    `json:"attempts"`
}

// attempt is to write a role with these rules, or to bind the role of this name that has them.
type attempt struct {
	Verb string `json:"verb"`
	Kind string `json:"kind"`
	// Namespace is that of the role that is written, or of the binding; empty for those that live in none.
	Namespace string `json:"namespace"`
	// Name is empty where a role is new: a request that creates something does not carry its name.
	Name  string              `json:"name"`
	Rules []rbacv1.PolicyRule `json:"rules"`
}

// escalate says of each attempt: "held" when the user has all of the rules, else "raised" when a verb lets it pass all the
// same, else "refused". The API server's storage asks about the verb first; what passes is the same.
func escalate(asked escalationQuestion) ([]string, error) {
	clusterRoles := append(builtInRoles(asked.ClusterRoles), asked.ClusterRoles...)
	if err := aggregate(clusterRoles); err != nil {
		return nil, err
	}
	resolver, rules := validation.NewTestRuleResolver(nil, asked.RoleBindings, clusterRoles, asked.ClusterRoleBindings)
	judge := rbac.New(rules, rules, rules, rules)
	answers := []string{}
	for _, tried := range asked.Attempts {
		ctx := tried.context(asked.User)
		switch {
		case validation.ConfirmNoEscalation(ctx, resolver, tried.Rules) == nil:
			answers = append(answers, "held")
		case tried.isAuthorised(ctx, judge):
			answers = append(answers, "raised")
		default:
			answers = append(answers, "refused")
		}
	}
	return answers, nil
}

func (tried attempt) context(name string) context.Context {
	ctx := genericapirequest.WithNamespace(context.Background(), tried.Namespace)
	ctx = genericapirequest.WithUser(ctx, &user.DefaultInfo{Name: name, Groups: []string{user.AllAuthenticated}})
	return genericapirequest.WithRequestInfo(ctx, &genericapirequest.RequestInfo{
		IsResourceRequest: true,
		APIGroup:          rbacv1.GroupName,
		Resource:          map[string]string{"Role": "roles", "ClusterRole": "clusterroles"}[tried.Kind],
		Namespace:         tried.Namespace,
		Name:              tried.Name,
	})
}

func (tried attempt) isAuthorised(ctx context.Context, judge *rbac.RBACAuthorizer) bool {
	if tried.Verb == "escalate" {
		return registry.RoleEscalationAuthorized(ctx, judge)
	}
	role := internal.RoleRef{APIGroup: rbacv1.GroupName, Kind: tried.Kind, Name: tried.Name}
	return registry.BindingAuthorized(ctx, role, tried.Namespace, judge)
}
