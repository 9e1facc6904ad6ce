// Tells what Compose's own library makes of YAML texts and of env files: JSON on standard input, JSON on standard output.
package main

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"os"
	"strings"

	"github.com/compose-spec/compose-go/v2/dotenv"
	"go.yaml.in/yaml/v4"
)

type question struct {
	YAML []string  `json:"yaml"`
	Env  []envFile `json:"env"`
}

type envFile struct {
	Text   string            `json:"text"`
	Caller map[string]string `json:"caller"`
}

// answer has what was read, or why nothing was.
type answer struct {
	Reads   any    `json:"reads,omitempty"`
	Refuses string `json:"refuses,omitempty"`
}

func readYAML(text string) answer {
	decoder := yaml.NewDecoder(strings.NewReader(text))
	documents := []any{}
	for {
		var document any
		err := decoder.Decode(&document)
		if errors.Is(err, io.EOF) {
			return answer{Reads: documents}
		}
		if err != nil {
			return answer{Refuses: err.Error()}
		}
		documents = append(documents, document)
	}
}

func readEnv(file envFile) answer {
	lookup := func(name string) (string, bool) {
		value, ok := file.Caller[name]
		return value, ok
	}
	values, err := dotenv.ParseWithLookup(strings.NewReader(file.Text), lookup)
	if err != nil {
		return answer{Refuses: err.Error()}
	}
	return answer{Reads: values}
}

func all[T any](items []T, read func(T) answer) []answer {
	answers := []answer{}
	for _, item := range items {
		answers = append(answers, read(item))
	}
	return answers
}

func main() {
	var asked question
	if err := json.NewDecoder(os.Stdin).Decode(&asked); err != nil {
		log.Fatal(err)
	}
	told := map[string][]answer{"yaml": all(asked.YAML, readYAML), "env": all(asked.Env, readEnv)}
	if err := json.NewEncoder(os.Stdout).Encode(told); err != nil {
		log.Fatal(err)
	}
}
