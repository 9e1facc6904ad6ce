// Tells how Go reads the durations on its standard input, a line each: nanoseconds, or nothing where it refuses one.
package main

import (
	"bufio"
	"fmt"
	"os"
	"time"
)

func main() {
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		if duration, err := time.ParseDuration(lines.Text()); err == nil {
			fmt.Println(duration.Nanoseconds())
		} else {
			fmt.Println()
		}
	}
}
