package main

import (
	"fmt"
	"unicode/utf8"

	"helm.sh/helm/v4/pkg/chart/common"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/engine"
)

// evaluation is a chart `c` with one template, or with some more that it includes.
type evaluation struct {
	Template string            `json:"template"`
	Values   map[string]any    `json:"values"`
	Others   map[string]string `json:"others"`
	Files    map[string]string `json:"files"`
}

// result has the bytes as well when the output is not UTF-8.
type result struct {
	Output string `json:"output"`
	Bytes  []byte `json:"bytes,omitempty"`
}

// evaluate renders the template as helm does. The values are given as they are: nothing is merged, and null stays null.
func evaluate(asked evaluation) (result, error) {
	c := &chart.Chart{Metadata: &chart.Metadata{APIVersion: "v2", Name: "c", Version: "1.2.3", AppVersion: "4.5.6"}}
	c.Templates = append(c.Templates, &common.File{Name: "templates/main.yaml", Data: []byte(asked.Template)})
	for name, text := range asked.Others {
		c.Templates = append(c.Templates, &common.File{Name: "templates/" + name, Data: []byte(text)})
	}
	for name, text := range asked.Files {
		c.Files = append(c.Files, &common.File{Name: name, Data: []byte(text)})
	}
	if asked.Values == nil {
		asked.Values = map[string]any{}
	}
	files, err := engine.Render(c, common.Values{
		"Values": asked.Values,
		"Release": map[string]any{
			"Name": "r", "Namespace": "n", "IsUpgrade": false, "IsInstall": true, "Revision": 1, "Service": "Helm",
		},
		"Capabilities": common.DefaultCapabilities,
	})
	if err != nil {
		return result{}, err
	}
	output := files["c/templates/main.yaml"]
	if utf8.ValidString(output) {
		return result{Output: output}, nil
	}
	return result{Output: output, Bytes: []byte(output)}, nil
}

// functionsAmong says which of the names are functions in helm's templates.
func functionsAmong(names []string) ([]string, error) {
	found := []string{}
	for _, name := range names {
		if _, err := evaluate(evaluation{Template: fmt.Sprintf("{{ if false }}{{ %s }}{{ end }}", name)}); err == nil {
			found = append(found, name)
		}
	}
	return found, nil
}
