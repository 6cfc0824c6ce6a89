// go-templates answers, one JSON line for each JSON line on standard input, what Go's text/template and helm's own engine
// make of a template. The tests of test/engines compare the renderer of eso-hardener with them.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
)

// question is one line of input: what is asked, and about what.
type question struct {
	ID  int             `json:"id"`
	Op  string          `json:"op"`
	Ask json.RawMessage `json:"ask"`
}

// reply is one line of output. Error says that Go or helm would not take the input.
type reply struct {
	ID     int    `json:"id"`
	Answer any    `json:"answer,omitempty"`
	Error  string `json:"error,omitempty"`
}

var ops = map[string]func(json.RawMessage) (any, error){
	"evaluate":  answering(evaluate),
	"functions": answering(functionsAmong),
	"parse":     answering(parseText),
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

// replyTo turns a panic into an error, as a template that makes helm panic prints nothing either.
func replyTo(line []byte) (answered reply) {
	var q question
	if err := json.Unmarshal(line, &q); err != nil {
		return reply{Error: err.Error()}
	}
	defer func() {
		if r := recover(); r != nil {
			answered = reply{ID: q.ID, Error: fmt.Sprintf("panic: %v", r)}
		}
	}()
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
	log.SetOutput(os.Stderr)
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
