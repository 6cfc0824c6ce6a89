package main

import (
	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/admission/plugin/cel"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
	"k8s.io/apiserver/pkg/admission/plugin/webhook/matchconditions"
	"k8s.io/apiserver/pkg/cel/environment"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/tools/cache"
)

var celEnvironment = mustCompositionEnv()

func mustCompositionEnv() *cel.CompositionEnv {
	env, err := cel.NewCompositionEnv(
		cel.VariablesTypeName, environment.MustBaseEnvSet(environment.DefaultCompatibilityVersion()))
	if err != nil {
		panic(err)
	}
	return env
}

// compilePolicy makes the evaluator of a policy, as the private function of this name in
// k8s.io/apiserver/pkg/admission/plugin/policy/validating does; without messages and annotations for the audit.
func compilePolicy(policy *validating.Policy) validating.Validator {
	spec := policy.Spec
	given := cel.OptionalVariableDeclarations{HasParams: spec.ParamKind != nil, HasAuthorizer: true}
	compiler := cel.NewCompositedCompilerFromTemplate(celEnvironment)
	variables := make([]cel.NamedExpressionAccessor, len(spec.Variables))
	for i, variable := range spec.Variables {
		variables[i] = &validating.Variable{Name: variable.Name, Expression: variable.Expression}
	}
	compiler.CompileAndStoreVariables(variables, given, environment.StoredExpressions)
	conditions := make([]cel.ExpressionAccessor, len(spec.MatchConditions))
	for i := range spec.MatchConditions {
		conditions[i] = (*matchconditions.MatchCondition)(&spec.MatchConditions[i])
	}
	var matcher matchconditions.Matcher
	if len(conditions) > 0 {
		matcher = matchconditions.NewMatcher(
			compiler.CompileCondition(conditions, given, environment.StoredExpressions),
			spec.FailurePolicy, "policy", "validate", policy.Name)
	}
	validations := make([]cel.ExpressionAccessor, len(spec.Validations))
	for i, validation := range spec.Validations {
		validations[i] = &validating.ValidationCondition{Expression: validation.Expression}
	}
	compile := func(expressions []cel.ExpressionAccessor) cel.ConditionEvaluator {
		return compiler.CompileCondition(expressions, given, environment.StoredExpressions)
	}
	return validating.NewValidator(
		compile(validations), matcher, compile(nil), compile(make([]cel.ExpressionAccessor, len(validations))), spec.FailurePolicy)
}

// paramInformer knows all parameters from the start.
type paramInformer struct{ params cache.Indexer }

var _ informers.GenericInformer = paramInformer{}

func (p paramInformer) Informer() cache.SharedIndexInformer { return synced{} }

func (p paramInformer) Lister() cache.GenericLister {
	return cache.NewGenericLister(p.params, schema.GroupResource{Resource: "configmaps"})
}

// synced is asked for nothing but whether it has synced.
type synced struct{ cache.SharedIndexInformer }

func (synced) HasSynced() bool { return true }

// namespaceScope is the scope of ConfigMaps.
type namespaceScope struct{}

func (namespaceScope) Name() meta.RESTScopeName { return meta.RESTScopeNameNamespace }
