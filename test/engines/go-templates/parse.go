package main

import (
	"fmt"
	"strings"
	"text/template/parse"
)

// parsing is a text, and the functions that there are besides Go's own; without them every name is one.
type parsing struct {
	Text      string   `json:"text"`
	Functions []string `json:"functions"`
}

// tree has the names of src/template/syntax/tree.ts; texts have offsets in bytes.
type tree struct {
	Nodes   []any            `json:"nodes"`
	Defines map[string][]any `json:"defines"`
	IsEmpty bool             `json:"isEmpty"`
}

// object is any node of the tree.
type object map[string]any

const rootName = "main.yaml"

// own are the functions that text/template itself has.
var own = strings.Fields("and call eq ge gt html index js le len lt ne not or print printf println slice urlquery")

func parseText(asked parsing) (tree, error) {
	root := parse.New(rootName)
	if asked.Functions == nil {
		root.Mode = parse.SkipFuncCheck
	}
	functions := map[string]any{}
	for _, name := range append(asked.Functions, own...) {
		functions[name] = true
	}
	set := map[string]*parse.Tree{}
	if _, err := root.Parse(asked.Text, "", "", set, functions); err != nil {
		return tree{}, err
	}
	// A define of the root's own name is what helm would render for it.
	chosen := set[rootName].Root
	made := tree{Nodes: nodes(chosen), Defines: map[string][]any{}, IsEmpty: parse.IsEmptyTree(chosen)}
	for name, defined := range set {
		if name != rootName {
			made.Defines[name] = nodes(defined.Root)
		}
	}
	return made, nil
}

func nodes(list *parse.ListNode) []any {
	made := []any{}
	for _, n := range list.Nodes {
		made = append(made, node(n))
	}
	return made
}

func node(n parse.Node) object {
	switch n := n.(type) {
	case *parse.TextNode:
		return object{"kind": "text", "offset": int(n.Pos), "text": string(n.Text)}
	case *parse.ActionNode:
		return object{"kind": "action", "pipeline": pipeline(n.Pipe)}
	case *parse.IfNode:
		return branch("if", &n.BranchNode)
	case *parse.WithNode:
		return branch("with", &n.BranchNode)
	case *parse.RangeNode:
		return branch("range", &n.BranchNode)
	case *parse.BreakNode:
		return object{"kind": "break"}
	case *parse.ContinueNode:
		return object{"kind": "continue"}
	case *parse.TemplateNode:
		call := object{"kind": "call", "name": n.Name}
		if n.Pipe != nil {
			call["pipeline"] = pipeline(n.Pipe)
		}
		return call
	}
	panic(fmt.Sprintf("a node of type %T", n))
}

func branch(kind string, n *parse.BranchNode) object {
	made := object{"kind": kind, "pipeline": pipeline(n.Pipe), "body": nodes(n.List)}
	if n.ElseList != nil {
		made["otherwise"] = nodes(n.ElseList)
	}
	return made
}

func pipeline(n *parse.PipeNode) object {
	variables, commands := []string{}, []any{}
	for _, variable := range n.Decl {
		variables = append(variables, variable.Ident[0])
	}
	for _, command := range n.Cmds {
		operands := []object{}
		for _, arg := range command.Args {
			operands = append(operands, operand(arg))
		}
		commands = append(commands, object{"operands": operands})
	}
	return object{"variables": variables, "isAssignment": n.IsAssign, "commands": commands}
}

func operand(n parse.Node) object {
	switch n := n.(type) {
	case *parse.DotNode:
		return object{"kind": "dot"}
	case *parse.NilNode:
		return object{"kind": "nil"}
	case *parse.BoolNode:
		return object{"kind": "bool", "value": n.True}
	case *parse.NumberNode:
		return number(n)
	case *parse.StringNode:
		return object{"kind": "string", "value": n.Text}
	case *parse.FieldNode:
		return object{"kind": "field", "fields": n.Ident}
	case *parse.VariableNode:
		return object{"kind": "variable", "name": n.Ident[0], "fields": n.Ident[1:]}
	case *parse.IdentifierNode:
		return object{"kind": "function", "name": n.Ident}
	case *parse.PipeNode:
		return object{"kind": "group", "pipeline": pipeline(n), "fields": []string{}}
	case *parse.ChainNode:
		of := operand(n.Node)
		of["fields"] = n.Field
		return of
	}
	panic(fmt.Sprintf("an operand of type %T", n))
}

// number gives the value in the types it can have; which of them counts is for the executor to say.
func number(n *parse.NumberNode) object {
	made := object{"kind": "number", "text": n.Text, "isComplex": n.IsComplex}
	if n.IsInt {
		made["int"] = fmt.Sprint(n.Int64)
	}
	if n.IsUint {
		made["uint"] = fmt.Sprint(n.Uint64)
	}
	if n.IsFloat {
		made["float"] = fmt.Sprint(n.Float64)
	}
	return made
}
