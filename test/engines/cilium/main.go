// cilium answers, one JSON line for each JSON line on standard input, what the code of Cilium says of network policies. It
// needs no cluster and no network. The tests of test/engines compare the model of eso-hardener with it.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"log/slog"
	"os"
)

// question is one line of input.
type question struct {
	ID  int          `json:"id"`
	Ask networkWorld `json:"ask"`
}

// reply is one line of output. Error says that the question could not be answered.
type reply struct {
	ID     int    `json:"id"`
	Answer []bool `json:"answer,omitempty"`
	Error  string `json:"error,omitempty"`
}

func main() {
	// What Cilium logs beside its answers is for clusters.
	slog.SetDefault(slog.New(slog.DiscardHandler))
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 64<<20)
	replies := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var q question
		var answer reply
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			answer.Error = err.Error()
		} else if allowed, err := q.Ask.allowed(); err != nil {
			answer = reply{ID: q.ID, Error: err.Error()}
		} else {
			answer = reply{ID: q.ID, Answer: allowed}
		}
		if err := replies.Encode(answer); err != nil {
			log.Fatal(err)
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
}
