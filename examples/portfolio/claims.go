// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/examples/internal/officecsv"
	"github.com/baiseki/baiseki/yen"
)

// A holder is a member with its policy and its claims.
type holder struct {
	policy   coverage.Policy
	premium  yen.Amount
	referred bool // the agent quotes it: there is no premium
	history  coverage.History
	claims   int
}

// holders returns the members of the file that have a certificate and can be recorded, by
// their certificates in the order of the file.
func (j *job) holders(ctx context.Context, scheme coverage.Scheme) (all []*holder, err error) {
	in, err := j.open(j.in, "members.csv")
	if err != nil {
		return nil, err
	}
	defer in.done()
	f := formOf(scheme)
	r, err := officecsv.NewReader(in, f.columns)
	if err != nil {
		return nil, err
	}
	f = f.in(r)
	if !r.Has("number") {
		return nil, &officecsv.Error{Line: 1, JA: "「加入者証番号」の列がありません。", EN: "There is no column “Certificate”."}
	}
	for ctx.Err() == nil {
		row, err := r.Read()
		if err == io.EOF {
			return all, nil
		}
		if bad, ok := errors.AsType[*officecsv.Error](err); err != nil && (!ok || bad.Ends) {
			return nil, err
		}
		if h, ok := f.holder(row); ok && err == nil {
			all = append(all, h)
		} else {
			j.left++
		}
	}
	return nil, ctx.Err()
}

// leftOut says how many rows of the members were left out.
func (j *job) leftOut() {
	if j.left > 0 {
		line := in(j.lang, "加入者証がないなどの理由で対象外とした行 %s行\n", "rows left out, such as those without a certificate: %s\n")
		fmt.Fprintf(j.stderr, line, count(j.left))
	}
}

// holder records the policy of a row, and returns false if there is none.
func (f *form) holder(row officecsv.Row) (*holder, bool) {
	a, err := f.application(row, officecsv.ParseDate)
	if err != nil {
		return nil, false
	}
	quote, err := f.scheme.Quote(a)
	if err != nil {
		return nil, false
	}
	policy, err := quote.Record(row.Text("number"))
	if err != nil {
		return nil, false
	}
	return &holder{policy: policy, premium: quote.Premium.Total, referred: len(quote.Referrals) > 0}, true
}

// assess assesses the claims of a file in its order, and prints what is left of each policy
// that has one.
func (j *job) assess(ctx context.Context, scheme coverage.Scheme) error {
	holders, err := j.holders(ctx, scheme)
	if err != nil {
		return err
	}
	by := map[string]*holder{}
	for _, h := range holders {
		number := h.policy.Terms().Number
		if by[number] != nil {
			return fmt.Errorf("two members have the certificate %q", number)
		}
		by[number] = h
	}
	claims, lines, err := j.readClaims()
	if err != nil {
		return err
	}
	var out strings.Builder
	for i := range claims {
		c := &claims[i]
		h := by[c.Policy]
		if h == nil {
			return fmt.Errorf("%s: line %d: policy: no member has the certificate %q", j.claimsName(), lines[i], c.Policy)
		}
		c.Facts = c.Facts.Else(scheme.Defaults())
		a, err := h.policy.Assess(*c, h.history)
		if err != nil {
			return fmt.Errorf("%s: line %d: %w", j.claimsName(), lines[i], err)
		}
		h.history, h.claims = a.History, h.claims+1
		fmt.Fprintf(&out, "%s  %s  %s  %s\n", c.Policy, c.Number, a.Decision.Text(j.lang), between(a.Least, a.Most, j.lang))
	}
	for _, h := range holders {
		if h.claims == 0 {
			continue
		}
		left, err := h.policy.Reserves(h.history)
		if err != nil {
			return err
		}
		fmt.Fprintf(&out, "\n%s  %s\n%s", h.policy.Terms().Number, h.policy.Terms().Company, left.Text(j.lang))
	}
	_, err = io.WriteString(j.stdout, out.String())
	j.leftOut()
	return output(err)
}

func (j *job) claimsName() string {
	if j.claims == "-" || j.claims == "" {
		return "claims.jsonl"
	}
	return j.claims
}

const longestClaim = 8 << 20 // bytes, as the library reads it

// readClaims reads the claims of a file, one a line, and returns the line of each.
func (j *job) readClaims() (all []coverage.Claim, at []int, err error) {
	name := j.claims
	if name == "-" {
		name = ""
	}
	in, err := j.open(name, "claims.jsonl")
	if err != nil {
		return nil, nil, err
	}
	defer in.done()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longestClaim)
	for n := 1; lines.Scan(); n++ {
		line := bytes.TrimSpace(lines.Bytes())
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if len(line) == 0 {
			continue
		}
		var c coverage.Claim
		if err := c.UnmarshalJSON(line); err != nil {
			return nil, nil, fmt.Errorf("%s: line %d: %w", j.claimsName(), n, err)
		}
		all, at = append(all, c), append(at, n)
	}
	if err := lines.Err(); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", j.claimsName(), err)
	}
	return all, at, nil
}
