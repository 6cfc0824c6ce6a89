package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/validation/field"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"sigs.k8s.io/yaml"
)

type customResourceQuestion struct {
	// A YAML file of CRDs.
	CRDs   string          `json:"crds"`
	Object json.RawMessage `json:"object"`
}

type customResourceAnswer struct {
	// The fields that a strict client is refused for, and that are dropped for others.
	Unknown []string  `json:"unknown"`
	Invalid []invalid `json:"invalid"`
	// Whether the CEL rules were asked: they are not where the object has graver faults.
	RulesAsked bool `json:"rulesAsked"`
}

type invalid struct {
	Field  string `json:"field"`
	Type   string `json:"type"`
	Detail string `json:"detail"`
}

// crdVersion is what the API server makes of one version of a CRD.
type crdVersion struct {
	structural *structuralschema.Structural
	validator  validation.SchemaValidator
	rules      *cel.Validator
	hasStatus  bool
}

var crdFiles = map[string]map[string]*crdVersion{}

// admitCustomResource does what the API server does when an object is created: it prunes unknown fields and nulls, fills
// in defaults, drops the status, and validates. It follows unstructuredSchemaCoercer and customResourceStrategy of
// k8s.io/apiextensions-apiserver, which are private. What is said of metadata is left out.
func admitCustomResource(asked customResourceQuestion) (*customResourceAnswer, error) {
	versions, err := crdVersions(asked.CRDs)
	if err != nil {
		return nil, err
	}
	object := &unstructured.Unstructured{}
	if err := object.UnmarshalJSON(asked.Object); err != nil {
		return nil, err
	}
	version, known := versions[object.GroupVersionKind().String()]
	if !known {
		return nil, fmt.Errorf("no CRD serves %s", object.GroupVersionKind())
	}
	answer := &customResourceAnswer{Unknown: []string{}, Invalid: []invalid{}}
	tracked := structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true}
	answer.Unknown = append(answer.Unknown, pruning.PruneWithOptions(object.Object, version.structural, true, tracked)...)
	defaulting.PruneNonNullableNullsWithoutDefaults(object.Object, version.structural)
	defaulting.Default(object.Object, version.structural)
	if version.hasStatus {
		delete(object.Object, "status")
	}
	errs := validation.ValidateCustomResource(nil, object.Object, version.validator)
	errs = append(errs, listtype.ValidateListSetsAndMaps(nil, version.structural, object.Object)...)
	answer.RulesAsked = !slices.ContainsFunc(errs, isBlocking)
	if answer.RulesAsked && version.rules != nil {
		broken, _ := version.rules.Validate(
			context.Background(), nil, version.structural, object.Object, nil, celconfig.RuntimeCELCostBudget)
		errs = append(errs, broken...)
	}
	for _, err := range errs {
		answer.Invalid = append(answer.Invalid, invalid{err.Field, string(err.Type), err.Detail})
	}
	return answer, nil
}

// isBlocking is hasBlockingErr of customResourceStrategy.
func isBlocking(err *field.Error) bool {
	return slices.Contains([]field.ErrorType{
		field.ErrorTypeNotSupported, field.ErrorTypeRequired, field.ErrorTypeTooLong, field.ErrorTypeTooMany,
		field.ErrorTypeTypeInvalid,
	}, err.Type)
}

// crdVersions are the served versions of all CRDs of a file, by the kinds that they define.
func crdVersions(file string) (map[string]*crdVersion, error) {
	if versions, known := crdFiles[file]; known {
		return versions, nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	versions := map[string]*crdVersion{}
	for _, document := range strings.Split("\n"+string(text), "\n---") {
		var crd apiextensionsv1.CustomResourceDefinition
		if err := yaml.Unmarshal([]byte(document), &crd); err != nil {
			return nil, err
		}
		for _, written := range crd.Spec.Versions {
			if !written.Served {
				continue
			}
			version, err := compiled(written)
			if err != nil {
				return nil, err
			}
			versions[fmt.Sprintf("%s/%s, Kind=%s", crd.Spec.Group, written.Name, crd.Spec.Names.Kind)] = version
		}
	}
	crdFiles[file] = versions
	return versions, nil
}

func compiled(written apiextensionsv1.CustomResourceDefinitionVersion) (*crdVersion, error) {
	var schema apiextensions.CustomResourceValidation
	if err := apiextensionsv1.Convert_v1_CustomResourceValidation_To_apiextensions_CustomResourceValidation(
		written.Schema, &schema, nil); err != nil {
		return nil, err
	}
	structural, err := structuralschema.NewStructural(schema.OpenAPIV3Schema)
	if err != nil {
		return nil, err
	}
	structural = structural.DeepCopy()
	if err := defaulting.PruneDefaults(structural); err != nil {
		return nil, err
	}
	validator, _, err := validation.NewSchemaValidator(schema.OpenAPIV3Schema)
	if err != nil {
		return nil, err
	}
	return &crdVersion{
		structural: structural,
		validator:  validator,
		rules:      cel.NewValidator(structural, true, celconfig.PerCallLimit),
		hasStatus:  written.Subresources != nil && written.Subresources.Status != nil,
	}, nil
}
