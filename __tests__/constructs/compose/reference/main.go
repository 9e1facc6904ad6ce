// Tells what Compose's own library makes of Compose files, YAML texts, env files and names of images: JSON on standard
// input, JSON on standard output.
package main

import (
	"context"
	_ "crypto/sha256" // digests are checked by what a program links
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/dotenv"
	"github.com/distribution/reference"
	"github.com/docker/cli/pkg/kvfile"
	"github.com/sirupsen/logrus"
	"go.yaml.in/yaml/v4"
)

type question struct {
	YAML   []string          `json:"yaml"`
	Env    []envFile         `json:"env"`
	Caller map[string]string `json:"caller"`
	Images []string          `json:"images"`
	Files  []string          `json:"files"`
}

type envFile struct {
	Text   string `json:"text"`
	Format string `json:"format"`
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

func readEnv(caller map[string]string) func(envFile) answer {
	lookup := func(name string) (string, bool) {
		value, ok := caller[name]
		return value, ok
	}
	return func(file envFile) answer {
		values := map[string]string{}
		err := dotenv.ParseWithFormat(strings.NewReader(file.Text), "", values, lookup, file.Format)
		if err != nil {
			return answer{Refuses: err.Error()}
		}
		return answer{Reads: values}
	}
}

// readRaw is what Compose registers for `format: raw`: the reader of `docker run --env-file`.
func readRaw(r io.Reader, _ string, values map[string]string, lookup func(string) (string, bool)) error {
	lines, err := kvfile.ParseFromReader(r, lookup)
	for _, line := range lines {
		name, value, _ := strings.Cut(line, "=")
		values[name] = value
	}
	return err
}

// readImage is what the Docker client makes of a service's image before it asks for the service.
func readImage(name string) answer {
	named, err := reference.ParseNormalizedNamed(name)
	if err != nil {
		return answer{Refuses: err.Error()}
	}
	return answer{Reads: reference.FamiliarString(reference.TagNameOnly(named))}
}

// loadProject is what `docker compose config` does first; the caller's variables are all that there are.
func loadProject(caller map[string]string) func(string) answer {
	variables := []string{}
	for name, value := range caller {
		variables = append(variables, name+"="+value)
	}
	return func(file string) (told answer) {
		defer func() {
			if fault := recover(); fault != nil {
				told = answer{Refuses: fmt.Sprint("panic: ", fault)}
			}
		}()
		options, err := cli.NewProjectOptions([]string{file}, cli.WithName("st"), cli.WithEnv(variables))
		if err != nil {
			return answer{Refuses: err.Error()}
		}
		if _, err := options.LoadProject(context.Background()); err != nil {
			return answer{Refuses: err.Error()}
		}
		return answer{Reads: true}
	}
}

func all[T any](items []T, read func(T) answer) []answer {
	answers := []answer{}
	for _, item := range items {
		answers = append(answers, read(item))
	}
	return answers
}

func main() {
	logrus.SetLevel(logrus.ErrorLevel)
	dotenv.RegisterFormat("raw", readRaw)
	var asked question
	if err := json.NewDecoder(os.Stdin).Decode(&asked); err != nil {
		log.Fatal(err)
	}
	told := map[string][]answer{
		"yaml":   all(asked.YAML, readYAML),
		"env":    all(asked.Env, readEnv(asked.Caller)),
		"images": all(asked.Images, readImage),
		"files":  all(asked.Files, loadProject(asked.Caller)),
	}
	if err := json.NewEncoder(os.Stdout).Encode(told); err != nil {
		log.Fatal(err)
	}
}
