// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/baiseki/baiseki/internal/cases"
)

// output is standard output that a test reads while the program writes it.
type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

// Write is described with bytes.Buffer.
func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *output) text() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// TestRun starts the desk, asks for a page, and ends it.
func TestRun(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var out, log output
	ended := make(chan int, 1)
	go func() { ended <- run(ctx, []string{"-addr", "127.0.0.1:0", "-data", t.TempDir()}, &out, &log) }()
	for n := 0; !strings.HasSuffix(out.text(), "\n"); n++ {
		if n > 1000 {
			t.Fatal(log.text())
		}
		time.Sleep(10 * time.Millisecond)
	}
	address := strings.TrimSpace(strings.TrimPrefix(out.text(), "desk: "))
	r, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK || r.Body.Close() != nil {
		t.Fatal(r.Status, err)
	}
	wants(t, string(page), "<form")
	cancel()
	if code := <-ended; code != 0 || log.text() != "" {
		t.Errorf("%d, %s", code, log.text())
	}
}

// TestCannotStart gives what the program cannot use.
func TestCannotStart(t *testing.T) {
	name := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p := cases.Program(func(args []string, stdout, stderr io.Writer) int {
		return run(context.Background(), args, stdout, stderr)
	})
	p.Refuses(t, map[string]string{
		"-addr 0.0.0.0:80":     `desk: -addr: "0.0.0.0:80" is not a loopback address such as 127.0.0.1:8024`,
		"-addr example.com:80": `desk: -addr: "example.com:80" is not a loopback address such as 127.0.0.1:8024`,
		"-addr x":              `desk: -addr: "x" is not a loopback address such as 127.0.0.1:8024`,
		"-data " + name:        "desk: mkdir " + name + ": not a directory",
		"rest":                 `desk: unexpected argument "rest"`,
		"-x":                   "desk: flag provided but not defined: -x",
	})
	if got := p.Prints(t, 0, "-h"); !strings.Contains(got, "-data folder") {
		t.Error(got)
	}
}
