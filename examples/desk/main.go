// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Command desk is the desk of an agency of the JISA scheme, 2024 edition, in a browser: it
// quotes a member, records the policy, takes down claims by asking only what still matters,
// and shows what is left of each limit.
//
//	go run ./examples/desk                     http://127.0.0.1:8024, data in the folder desk-data
//	go run ./examples/desk -addr 127.0.0.1:80 -data /var/lib/desk
//
// It listens on the loopback interface alone: there is no login. A page needs no script. What
// is recorded is one JSON file a policy: the terms of the certificate and the claims as they
// were entered; all else is worked out again.
//
// It exits with 0 once it is interrupted and all requests are answered, or cut off after ten
// seconds, and with 2, and one line on standard error, if it cannot start.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/baiseki/baiseki/jisa2024"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("desk", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	addr := flags.String("addr", "127.0.0.1:8024", "the loopback `address` to listen on")
	folder := flags.String("data", "desk-data", "the `folder` of the policies")
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		flags.SetOutput(stdout)
		flags.Usage()
		return 0
	}
	if err == nil && flags.NArg() > 0 {
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if err == nil {
		err = serve(ctx, *addr, *folder, 10*time.Second, stdout)
	}
	if err != nil {
		fmt.Fprintln(stderr, "desk:", err)
		return 2
	}
	return 0
}

// serve answers requests until the context ends, and then those that have begun. It cuts off those
// that are not answered when the time of grace is over.
func serve(ctx context.Context, addr, folder string, grace time.Duration, stdout io.Writer) error {
	if _, _, err := net.SplitHostPort(addr); err != nil || !loopback(addr) {
		return fmt.Errorf("-addr: %q is not a loopback address such as 127.0.0.1:8024", addr)
	}
	scheme, err := jisa2024.New()
	if err != nil {
		return err
	}
	kept, err := open(folder, scheme)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	d, err := newDesk(kept)
	if err != nil {
		return err
	}
	server := http.Server{
		Handler: d.handler(), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second,
		WriteTimeout: 30 * time.Second, IdleTimeout: time.Minute, MaxHeaderBytes: 64 << 10,
	}
	fmt.Fprintf(stdout, "desk: http://%s\n", listener.Addr())
	ended := make(chan error, 1)
	go func() {
		<-ctx.Done()
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
		defer cancel()
		err := server.Shutdown(last)
		if errors.Is(err, context.DeadlineExceeded) {
			err = server.Close()
		}
		ended <- err
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-ended
}
