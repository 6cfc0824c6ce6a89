// k8s-oracle answers, one JSON line for each JSON line on standard input, what the code of Kubernetes itself says. It needs
// no cluster and no network. The tests of test/engines compare the model of eso-hardener with it.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"

	"k8s.io/klog/v2"
)

// question is one line of input: which part of Kubernetes is asked, and what.
type question struct {
	ID  int             `json:"id"`
	Op  string          `json:"op"`
	Ask json.RawMessage `json:"ask"`
}

// reply is one line of output. Error says that Kubernetes would not take the input.
type reply struct {
	ID     int    `json:"id"`
	Answer any    `json:"answer,omitempty"`
	Error  string `json:"error,omitempty"`
}

// ops are the parts of Kubernetes that can be asked, by their names.
var ops = map[string]func(json.RawMessage) (any, error){
	"admission":       answering(admit),
	"audit":           answering(auditDecisions),
	"custom-resource": answering(admitCustomResource),
	"escalation":      answering(escalate),
	"network":         answering(reachable),
	"pod-security":    answering(podSecurity),
	"rbac":            answering(authorise),
	"selector":        answering(selectorMatch),
}

// answering reads the question of one kind before it is answered.
func answering[Q, A any](answer func(Q) (A, error)) func(json.RawMessage) (any, error) {
	return func(raw json.RawMessage) (any, error) {
		var asked Q
		if err := json.Unmarshal(raw, &asked); err != nil {
			return nil, err
		}
		return answer(asked)
	}
}

func replyTo(line []byte) reply {
	var q question
	if err := json.Unmarshal(line, &q); err != nil {
		return reply{Error: err.Error()}
	}
	op, known := ops[q.Op]
	if !known {
		return reply{ID: q.ID, Error: fmt.Sprintf("there is no op %q", q.Op)}
	}
	answer, err := op(q.Ask)
	if err != nil {
		return reply{ID: q.ID, Error: err.Error()}
	}
	return reply{ID: q.ID, Answer: answer}
}

func main() {
	// What Kubernetes logs beside its answers is for clusters.
	klog.LogToStderr(false)
	klog.SetOutput(io.Discard)
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 64<<20)
	replies := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		if err := replies.Encode(replyTo(lines.Bytes())); err != nil {
			log.Fatal(err)
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
}
