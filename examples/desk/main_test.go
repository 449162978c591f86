// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"bytes"
	"context"
	"io"
	"net"
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

// address returns the address of a desk that starts.
func address(t *testing.T, out, log *output) string {
	t.Helper()
	for n := 0; !strings.HasSuffix(out.text(), "\n"); n++ {
		if n > 1000 {
			t.Fatal(log.text())
		}
		time.Sleep(10 * time.Millisecond)
	}
	return strings.TrimSpace(strings.TrimPrefix(out.text(), "desk: "))
}

// TestRun starts the desk, asks for a page, and ends it.
func TestRun(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var out, log output
	ended := make(chan int, 1)
	go func() { ended <- run(ctx, []string{"-addr", "127.0.0.1:0", "-data", t.TempDir()}, &out, &log) }()
	r, err := http.Get(address(t, &out, &log))
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

// TestStalled ends the desk while requests stay half sent: it cuts them off.
func TestStalled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var out, log output
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, "127.0.0.1:0", t.TempDir(), 100*time.Millisecond, &out) }()
	at := strings.TrimPrefix(address(t, &out, &log), "http://")
	for _, half := range []string{
		"POST /quote HTTP/1.1\r\nHost: " + at,
		"POST /quote HTTP/1.1\r\nHost: " + at + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ncompany=",
	} {
		c, err := net.Dial("tcp", at)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		if _, err := io.WriteString(c, half); err != nil {
			t.Fatal(err)
		}
	}
	time.Sleep(50 * time.Millisecond) // until the desk has read them
	cancel()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("the desk does not end")
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
