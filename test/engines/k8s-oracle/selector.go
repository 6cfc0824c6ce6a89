package main

import (
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
)

type selectorQuestion struct {
	Selector *metav1.LabelSelector `json:"selector"`
	Labels   labels.Set            `json:"labels"`
}

func selectorMatch(asked selectorQuestion) (bool, error) {
	selector, err := metav1.LabelSelectorAsSelector(asked.Selector)
	if err != nil {
		return false, err
	}
	return selector.Matches(asked.Labels), nil
}
