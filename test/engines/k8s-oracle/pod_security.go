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
	// Of the cluster: `v1.33`, or `latest`.
	Version string `json:"version"`
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
	version, err := api.ParseVersion(pod.Version)
	if err != nil {
		return podAnswer{}, err
	}
	answer := podAnswer{
		Baseline:   allowed(wholeLevels, api.LevelBaseline, version, &pod),
		Restricted: allowed(wholeLevels, api.LevelRestricted, version, &pod),
		Failed:     []string{},
	}
	for _, check := range policy.DefaultChecks() {
		inForce := checkAt(check, version)
		if inForce != nil && !inForce.CheckPod(&pod.Metadata, &pod.Spec).Allowed {
			answer.Failed = append(answer.Failed, string(check.ID))
		}
	}
	return answer, nil
}

// The form of a check that a version has: the last one that is not newer; nil when the version does not have the check.
func checkAt(check policy.Check, version api.Version) *policy.VersionedCheck {
	var found *policy.VersionedCheck
	for i := range check.Versions {
		if version.Latest() || !version.Older(check.Versions[i].MinimumVersion) {
			found = &check.Versions[i]
		}
	}
	return found
}

func allowed(evaluator policy.Evaluator, level api.Level, version api.Version, pod *podQuestion) bool {
	at := api.LevelVersion{Level: level, Version: version}
	return policy.AggregateCheckResults(evaluator.EvaluatePod(at, &pod.Metadata, &pod.Spec)).Allowed
}

func mustEvaluator(checks []policy.Check) policy.Evaluator {
	evaluator, err := policy.NewEvaluator(checks, nil)
	if err != nil {
		panic(err)
	}
	return evaluator
}
