package main

import (
	"encoding/json"

	auditinternal "k8s.io/apiserver/pkg/apis/audit"
	"k8s.io/apiserver/pkg/audit/policy"
)

type auditQuestion struct {
	// A file for --audit-policy-file.
	Policy   json.RawMessage `json:"policy"`
	Requests []request       `json:"requests"`
}

type auditAnswer struct {
	Level      auditinternal.Level   `json:"level"`
	OmitStages []auditinternal.Stage `json:"omitStages"`
	// The first rule that matches; -1 when none does.
	Rule int `json:"rule"`
}

func auditDecisions(asked auditQuestion) ([]auditAnswer, error) {
	whole, err := policy.LoadPolicyFromBytes(asked.Policy)
	if err != nil {
		return nil, err
	}
	answers := []auditAnswer{}
	for _, r := range asked.Requests {
		attributes := r.attributes()
		decision := policy.NewPolicyRuleEvaluator(whole).EvaluatePolicyRule(&attributes)
		answers = append(answers, auditAnswer{decision.Level, decision.OmitStages, firstMatch(whole.Rules, r)})
	}
	return answers, nil
}

// firstMatch asks about each rule alone, at a level that is not the one for no match at all.
func firstMatch(rules []auditinternal.PolicyRule, r request) int {
	attributes := r.attributes()
	for i, rule := range rules {
		rule.Level = auditinternal.LevelMetadata
		alone := auditinternal.Policy{Rules: []auditinternal.PolicyRule{rule}}
		if policy.NewPolicyRuleEvaluator(&alone).EvaluatePolicyRule(&attributes).Level != auditinternal.LevelNone {
			return i
		}
	}
	return -1
}
