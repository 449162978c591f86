// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/internal/hostile"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

func TestMain(m *testing.M)    { hostile.Main(m) }
func TestHostile(t *testing.T) { hostile.Rerun(t) }
func TestCases(t *testing.T)   { cases.Run(t, "trees.txt", verbs()) }
func parse(s string) yen.Amount {
	n, _ := strconv.ParseInt(strings.ReplaceAll(s, ",", ""), 10, 64)
	return yen.Amount(n)
}
func ratio(s string) yen.Ratio { r, err := yen.ParseRatio(s); check(err); return r }

// refused returns the reason of the first fault.
func refused(err error) string { return "refused: " + fault.All(err)[0].Reason.Error() }

// check stops a test whose own input is wrong.
func check(err error) {
	if err != nil {
		panic(err)
	}
}

// A scene is the arguments of a case.
type scene struct {
	program  limits.Program
	err      error
	late     yen.Amount // of the payments that follow
	payments []request
	possible []limits.Loss
}

// A request is the losses that come to a claim at once.
type request struct {
	claim  string
	losses []limits.Loss
	late   yen.Amount
}

func verbs() map[string]func(*testing.T, cases.Case) string {
	return map[string]func(*testing.T, cases.Case) string{
		"pays": func(t *testing.T, c cases.Case) string {
			var out []string
			s := read(c.Args)
			for p, err := range s.pay() {
				if err != nil {
					out = append(out, refused(err))
					break
				}
				out = append(out, cases.Yen(p.Now))
			}
			return cases.Join(out...)
		},
		"heads": func(t *testing.T, c cases.Case) string {
			var out []string
			for h, part := range last(t, c.Args).Parts() {
				if part.Loss > 0 {
					out = append(out, string(h), cases.Yen(part.Due))
				}
			}
			return cases.Join(out...)
		},
		"split": func(t *testing.T, c cases.Case) string {
			p := last(t, c.Args)
			out := []string{cmp.Or(string(p.Split), "certain")}
			for h, part := range p.Parts() {
				if part.Loss > 0 {
					out = append(out, string(h), cases.Yen(part.Due))
				}
			}
			return cases.Join(out...)
		},
		"open": func(t *testing.T, c cases.Case) string {
			s := read(c.Args)
			paid, series, l := s.before(t)
			_, err := s.program.Pay(paid, series, l...)
			if e := (*fault.Error)(nil); errors.Is(err, fault.ErrOpen) && errors.As(err, &e) {
				return e.Input
			}
			return fmt.Sprint(err)
		},
		"beside": func(t *testing.T, c cases.Case) string {
			s := read(c.Args)
			paid, series, l := s.before(t)
			return cases.Join(cases.Yen(last(t, c.Args).Now), cases.Yen(besides(t, s.program, paid, series, l...)))
		},
		"cuts": func(t *testing.T, c cases.Case) string {
			s := read(c.Args)
			paid, series, l := s.before(t)
			_, cuts, err := s.program.Explain(paid, series, l...)
			if err != nil {
				return refused(err)
			}
			var out []string
			for _, cut := range cuts {
				out = append(out, string(cut.Clause), string(cut.Head), cases.Yen(cut.Amount))
			}
			return cases.Join(out...)
		},
		"range": func(t *testing.T, c cases.Case) string {
			s := read(c.Args)
			paid, series, l := s.before(t)
			bounds, err := s.program.Range(paid, series, l, s.possible)
			if err != nil {
				return refused(err)
			}
			return cases.Join(cases.Yen(bounds.Least), cases.Yen(bounds.Most))
		},
	}
}

func last(t *testing.T, args []string) limits.Payment {
	t.Helper()
	var last limits.Payment
	for p, err := range read(args).pay() {
		if err != nil {
			t.Fatal(err)
		}
		last = p
	}
	return last
}

// pay makes the payments one after the other.
func (s scene) pay() iter.Seq2[limits.Payment, error] {
	return func(yield func(limits.Payment, error) bool) {
		if s.err != nil {
			yield(limits.Payment{}, s.err)
			return
		}
		var paid limits.Paid
		claims := map[string]limits.Series{}
		for _, r := range s.payments {
			if s.program.Separate() {
				claims[r.claim] = limits.Series{}
			}
			p, err := s.program.Pay(paid, claims[r.claim].Reduce(r.late), r.losses...)
			if !yield(p, err) || err != nil {
				return
			}
			paid, claims[r.claim] = p.Paid, p.Series
		}
	}
}

// before makes all payments but the last, and returns what the last starts from.
func (s scene) before(t *testing.T) (limits.Paid, limits.Series, []limits.Loss) {
	t.Helper()
	check(s.err)
	if len(s.payments) == 0 {
		return limits.Paid{}, limits.Series{}.Reduce(s.late), nil
	}
	n := len(s.payments) - 1
	final := s.payments[n]
	s.payments = s.payments[:n]
	var paid limits.Paid
	claims, i := map[string]limits.Series{}, 0
	for p, err := range s.pay() {
		check(err)
		paid, claims[s.payments[i].claim] = p.Paid, p.Series
		i++
	}
	if s.program.Separate() {
		claims[final.claim] = limits.Series{}
	}
	return paid, claims[final.claim].Reduce(final.late), final.losses
}

// read reads the arguments of a case.
func read(args []string) scene {
	var s scene
	for _, w := range args {
		late, isLate := strings.CutPrefix(w, "late:")
		head, amount, loss := strings.Cut(w, "=")
		switch {
		case strings.Contains(w, " "):
			s.program, s.err = readTree(w)
		case isLate:
			s.late = parse(late)
		case w[0] == '#':
			s.payments = append(s.payments, request{claim: w, late: s.late})
		case w[0] == '?':
			s.possible = append(s.possible, lossOf(head[1:], amount))
		case loss:
			if len(s.payments) == 0 {
				s.payments = append(s.payments, request{claim: "#1", late: s.late})
			}
			p := &s.payments[len(s.payments)-1]
			p.losses = append(p.losses, lossOf(head, amount))
		default:
			panic("what is " + w)
		}
	}
	return s
}

// lossOf reads an amount, and behind a stroke a count.
func lossOf(head, amount string) limits.Loss {
	amount, count, _ := strings.Cut(amount, "/")
	return limits.Loss{Head: limits.Head(head), Amount: parse(amount), Count: int64(parse(count))}
}

// readTree reads a tree: heads, [ groups ], and behind each its terms.
func readTree(s string) (limits.Program, error) {
	var options option.Table
	var open [][]limits.Node
	at := func() *limits.Node { nodes := open[len(open)-1]; return &nodes[len(nodes)-1] }
	open = append(open, nil)
	for _, w := range strings.Fields(s) {
		top := len(open) - 1
		switch {
		case w == "[":
			open = append(open, nil)
		case w == "]":
			group := limits.Group(open[top]...)
			open = open[:top]
			open[top-1] = append(open[top-1], group)
		case strings.Contains(w, ":"):
			*at() = at().Then(readTerm(w, &options))
		default:
			open[top] = append(open[top], limits.On(limits.Head(w)))
		}
	}
	return program(open[0][0], options)
}

// program returns the program of a policy that states nothing.
func program(root limits.Node, options option.Table) (limits.Program, error) {
	template, err := limits.New(root, options)
	if err != nil {
		return limits.Program{}, err
	}
	settled, err := options.Settle(nil)
	if err != nil {
		return limits.Program{}, err
	}
	return template.With(settled)
}

// unstated returns an aggregate limit that a policy does not state, and adds its
// option.
func unstated(options *option.Table, id clause.ID, least, most yen.Amount) limits.Term {
	row := option.Row{ID: option.ID(strings.ToLower(string(id))), Printed: option.Range{Least: least, Most: most}}
	if least == 0 && most == 0 {
		row.Printed, row.Standard = option.Range{}, option.Yen(0)
	}
	*options = append(*options, row)
	return limits.Aggregate(id, option.Of(row.ID))
}

func readTerm(w string, options *option.Table) limits.Term {
	w, heads, some := strings.Cut(w, "@")
	w, beside := strings.CutSuffix(w, "!")
	f := strings.Split(w+"::::", ":")
	id := clause.ID(f[1])
	var t limits.Term
	switch f[0] {
	case "deductible":
		t = limits.Deductible(id, option.Yen(parse(f[2])))
	case "franchise":
		t = limits.Franchise(id, option.Yen(parse(f[2])))
	case "share":
		t = limits.ShareDeductible(id, option.Ratio(ratio(f[2])), option.Yen(parse(f[3])), option.Yen(parse(f[4])))
	case "pays":
		t = limits.Pays(id, option.Ratio(ratio(f[2])))
	case "per-claim":
		t = limits.PerClaim(id, option.Yen(parse(f[2])))
	case "per-period":
		t = limits.Aggregate(id, option.Yen(parse(f[2])))
	case "unstated":
		t = unstated(options, id, parse(f[2]), parse(f[3]))
	case "per-unit":
		t = limits.PerUnit(id, option.Yen(parse(f[2])))
	case "waiting":
		t = limits.Waiting(id, option.Yen(parse(f[2])), limits.Wait(f[3]))
	case "aggregate-deductible":
		t = limits.AggregateDeductible(id, option.Yen(parse(f[2])))
	case "together-at-least":
		t = limits.TogetherAtLeast(id, option.Yen(parse(f[2])))
	case "together-at-most":
		t = limits.TogetherAtMost(id, option.Yen(parse(f[2])))
	case "scaled":
		t = limits.Scaled(id, clause.ID(f[2]))
	case "reduction":
		t = limits.Reduction(id)
	case "separate":
		t = limits.Separate(id)
	case "round":
		t = limits.Round(id, map[string]yen.Mode{"half-up": yen.HalfUp, "half-even": yen.HalfEven, "up": yen.Up, "down": yen.Down}[f[2]])
	case "none":
	default:
		panic("no term " + w)
	}
	if some {
		t = t.For()
		for _, h := range strings.FieldsFunc(heads, func(r rune) bool { return r == ',' }) {
			t = t.For(limits.Head(h))
		}
	}
	if beside {
		t.Beside = true
	}
	return t
}
