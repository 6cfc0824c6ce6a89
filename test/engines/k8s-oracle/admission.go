package main

import (
	"context"
	"fmt"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/apiserver/pkg/admission/plugin/policy/generic"
	"k8s.io/apiserver/pkg/admission/plugin/policy/matching"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/authorization/authorizer"
	listersv1 "k8s.io/client-go/listers/core/v1"
	"k8s.io/client-go/tools/cache"
	"k8s.io/kubernetes/pkg/apis/admissionregistration"
	admissionregistrationdefaults "k8s.io/kubernetes/pkg/apis/admissionregistration/v1"
	admissionregistrationvalidation "k8s.io/kubernetes/pkg/apis/admissionregistration/validation"
)

type admissionQuestion struct {
	Policies   []*validating.Policy        `json:"policies"`
	Bindings   []*validating.PolicyBinding `json:"bindings"`
	Namespaces []*corev1.Namespace         `json:"namespaces"`
	// What policies have as parameters: ConfigMaps.
	Params   []*unstructured.Unstructured `json:"params"`
	Requests []write                      `json:"requests"`
}

// write is a request that an admission policy judges.
type write struct {
	Operation   admission.Operation        `json:"operation"`
	Resource    string                     `json:"resource"`
	Subresource string                     `json:"subresource"`
	User        string                     `json:"user"`
	Groups      []string                   `json:"groups"`
	Object      *unstructured.Unstructured `json:"object"`
	// What is there already; the object itself where an update does not say it.
	Old *unstructured.Unstructured `json:"old"`
}

type admissionAnswer struct {
	// Whether any policy is about the request, bound or not.
	Matched bool `json:"matched"`
	Denied  bool `json:"denied"`
	// Why it is denied.
	Message string `json:"message,omitempty"`
}

// admit asks the admission plugin of ValidatingAdmissionPolicies about each request. What the API server would do to the
// policies before is done as well: defaults and validation. Objects come as they are stored: with defaults, without nulls.
func admit(asked admissionQuestion) ([]admissionAnswer, error) {
	hooks, err := policyHooks(asked)
	if err != nil {
		return nil, err
	}
	namespaces := cache.NewIndexer(cache.MetaNamespaceKeyFunc, cache.Indexers{})
	for _, namespace := range asked.Namespaces {
		if err := namespaces.Add(namespace); err != nil {
			return nil, err
		}
	}
	// Without a client: all namespaces are known.
	matcher := generic.NewPolicyMatcher(matching.NewMatcher(listersv1.NewNamespaceLister(namespaces), nil))
	dispatcher := validating.NewDispatcher(authorizer.AuthorizerFunc(noOpinion), matcher)
	interfaces := admission.NewObjectInterfacesFromScheme(runtime.NewScheme())
	answers := []admissionAnswer{}
	for _, request := range asked.Requests {
		attributes := request.attributes()
		answer := admissionAnswer{}
		for _, hook := range hooks {
			matches, _, _, err := matcher.DefinitionMatches(
				attributes, interfaces, validating.NewValidatingAdmissionPolicyAccessor(hook.Policy))
			if err != nil {
				return nil, err
			}
			answer.Matched = answer.Matched || matches
		}
		if err := dispatcher.Dispatch(context.Background(), attributes, interfaces, hooks); err != nil {
			answer.Denied, answer.Message = true, err.Error()
		}
		answers = append(answers, answer)
	}
	return answers, nil
}

func noOpinion(context.Context, authorizer.Attributes) (authorizer.Decision, string, error) {
	return authorizer.DecisionNoOpinion, "", nil
}

func (w write) attributes() admission.Attributes {
	object, old := w.Object, w.Old
	var options runtime.Object = &metav1.CreateOptions{}
	switch w.Operation {
	case admission.Update:
		options = &metav1.UpdateOptions{}
		if old == nil {
			old = object.DeepCopy()
		}
	case admission.Delete:
		options, object = &metav1.DeleteOptions{}, nil
	}
	written := object
	if written == nil {
		written = old
	}
	kind := written.GroupVersionKind()
	return admission.NewAttributesRecord(orNil(object), orNil(old), kind, written.GetNamespace(), written.GetName(),
		kind.GroupVersion().WithResource(w.Resource), w.Subresource, w.Operation, options, false,
		&user.DefaultInfo{Name: w.User, Groups: w.Groups})
}

// orNil keeps what is not there from becoming an interface that is not nil.
func orNil(object *unstructured.Unstructured) runtime.Object {
	if object == nil {
		return nil
	}
	return object
}

// policyHooks joins policies with their bindings, as the policy source of the plugin does.
func policyHooks(asked admissionQuestion) ([]validating.PolicyHook, error) {
	params := cache.NewIndexer(
		cache.MetaNamespaceKeyFunc, cache.Indexers{cache.NamespaceIndex: cache.MetaNamespaceIndexFunc})
	for _, param := range asked.Params {
		if err := params.Add(param); err != nil {
			return nil, err
		}
	}
	for _, binding := range asked.Bindings {
		if err := acceptBinding(binding); err != nil {
			return nil, err
		}
	}
	hooks := []validating.PolicyHook{}
	for _, policy := range asked.Policies {
		if err := acceptPolicy(policy); err != nil {
			return nil, err
		}
		hook := validating.PolicyHook{
			Policy:        policy,
			Evaluator:     compilePolicy(policy),
			ParamInformer: paramInformer{params},
			ParamScope:    namespaceScope{},
		}
		for _, binding := range asked.Bindings {
			if binding.Spec.PolicyName == policy.Name {
				hook.Bindings = append(hook.Bindings, binding)
			}
		}
		hooks = append(hooks, hook)
	}
	return hooks, nil
}

func acceptPolicy(policy *validating.Policy) error {
	admissionregistrationdefaults.SetObjectDefaults_ValidatingAdmissionPolicy(policy)
	var internal admissionregistration.ValidatingAdmissionPolicy
	if err := admissionregistrationdefaults.
		Convert_v1_ValidatingAdmissionPolicy_To_admissionregistration_ValidatingAdmissionPolicy(
			policy, &internal, nil); err != nil {
		return err
	}
	return refusal(admissionregistrationvalidation.ValidateValidatingAdmissionPolicy(&internal))
}

func acceptBinding(binding *validating.PolicyBinding) error {
	admissionregistrationdefaults.SetObjectDefaults_ValidatingAdmissionPolicyBinding(binding)
	var internal admissionregistration.ValidatingAdmissionPolicyBinding
	if err := admissionregistrationdefaults.
		Convert_v1_ValidatingAdmissionPolicyBinding_To_admissionregistration_ValidatingAdmissionPolicyBinding(
			binding, &internal, nil); err != nil {
		return err
	}
	return refusal(admissionregistrationvalidation.ValidateValidatingAdmissionPolicyBinding(&internal))
}

func refusal(errs field.ErrorList) error {
	if len(errs) > 0 {
		return fmt.Errorf("refused: %w", errs.ToAggregate())
	}
	return nil
}
