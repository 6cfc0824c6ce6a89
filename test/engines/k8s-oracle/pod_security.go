package main

import (
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

type podQuestion struct {
	Metadata metav1.ObjectMeta `json:"metadata"`
	Spec     corev1.PodSpec    `json:"spec"`
}

type podAnswer struct {
	// Whether the admission plug-in would let the pod in at this level, all its checks together.
	Baseline   bool `json:"baseline"`
	Restricted bool `json:"restricted"`
	// The checks that fail, each asked alone, by the names they have in Kubernetes.
	Failed []string `json:"failed"`
}

var wholeLevels = mustEvaluator(policy.DefaultChecks())

func podSecurity(pod podQuestion) (podAnswer, error) {
	answer := podAnswer{
		Baseline:   allowed(wholeLevels, api.LevelBaseline, &pod),
		Restricted: allowed(wholeLevels, api.LevelRestricted, &pod),
		Failed:     []string{},
	}
	for _, check := range policy.DefaultChecks() {
		// The last version is the one in force.
		result := check.Versions[len(check.Versions)-1].CheckPod(&pod.Metadata, &pod.Spec)
		if !result.Allowed {
			answer.Failed = append(answer.Failed, string(check.ID))
		}
	}
	return answer, nil
}

func allowed(evaluator policy.Evaluator, level api.Level, pod *podQuestion) bool {
	at := api.LevelVersion{Level: level, Version: api.LatestVersion()}
	return policy.AggregateCheckResults(evaluator.EvaluatePod(at, &pod.Metadata, &pod.Spec)).Allowed
}

func mustEvaluator(checks []policy.Check) policy.Evaluator {
	evaluator, err := policy.NewEvaluator(checks, nil)
	if err != nil {
		panic(err)
	}
	return evaluator
}
