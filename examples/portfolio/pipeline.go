// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"context"
	"errors"
	"io"
	"runtime"

	"github.com/baiseki/baiseki/examples/internal/officecsv"
)

// A batch is some rows, one after the other, with what they become.
type batch struct {
	rows []officecsv.Row
	errs []error

	good, bad []byte
	sum       summary
	done      chan struct{}
}

const batchRows = 512

// quoteAll quotes all rows: one goroutine reads, others quote, and this one writes, in the
// order of the rows. It returns the first error that ended the file, or that of the context.
func (q *quoter) quoteAll(ctx context.Context, r *officecsv.Reader, good, bad io.Writer, seen func(*summary)) (all summary, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := runtime.GOMAXPROCS(0)
	work, order := make(chan *batch, workers), make(chan *batch, 2*workers)
	var failed error
	go func() {
		defer close(order)
		defer close(work)
		for failed == nil {
			var b *batch
			b, failed = readBatch(r)
			b.sum.at = r.Offset()
			select {
			case order <- b:
			case <-ctx.Done():
				return
			}
			select {
			case work <- b:
			case <-ctx.Done():
				return
			}
		}
	}()
	for range workers {
		go func() {
			c := q.clerk()
			for b := range work {
				c.quoteBatch(b)
				close(b.done)
			}
		}()
	}
	for b := range order {
		select {
		case <-b.done:
		case <-ctx.Done():
			return all, ctx.Err()
		}
		all.add(&b.sum)
		_, err := good.Write(b.good)
		if err == nil && len(b.bad) > 0 {
			_, err = bad.Write(b.bad)
		}
		if err != nil {
			return all, output(err)
		}
		seen(&all)
	}
	if err := ctx.Err(); err != nil {
		return all, err
	}
	if failed == io.EOF {
		return all, nil
	}
	return all, failed
}

// readBatch reads the next rows, and returns io.EOF with the last ones.
func readBatch(r *officecsv.Reader) (*batch, error) {
	b := &batch{
		rows: make([]officecsv.Row, 0, batchRows), errs: make([]error, 0, batchRows), done: make(chan struct{}),
	}
	for len(b.rows) < batchRows {
		row, err := r.Read()
		bad, is := errors.AsType[*officecsv.Error](err)
		if err != nil && (!is || bad.Ends) {
			return b, err
		}
		b.rows, b.errs = append(b.rows, row), append(b.errs, err)
	}
	return b, nil
}

func (c *clerk) quoteBatch(b *batch) {
	b.good = make([]byte, 0, 256*len(b.rows))
	for i, r := range b.rows {
		var x quoted
		if b.good, x = c.quote(b.good, r, b.errs[i]); x.bad != nil {
			b.bad = c.badRow(b.bad, r, x.bad)
		}
		b.sum.count(&x)
	}
}
