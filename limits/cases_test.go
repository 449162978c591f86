// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/internal/hostile"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

func TestMain(m *testing.M)    { hostile.Main(m) }
func TestHostile(t *testing.T) { hostile.Rerun(t) }
func TestCases(t *testing.T)   { cases.Run(t, "limits.txt", verbs()) }
func parse(s string) yen.Amount {
	n, _ := strconv.ParseInt(strings.ReplaceAll(s, ",", ""), 10, 64)
	return yen.Amount(n)
}
func ratio(s string) yen.Ratio { r, err := yen.ParseRatio(s); check(err); return r }
func refused(err error) string { return "refused: " + errors.Unwrap(err).Error() }

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
	ids      []clause.ID
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
		"held": func(t *testing.T, c cases.Case) string {
			var out []string
			for h, part := range last(t, c.Args).Parts() {
				if part.Held > 0 {
					out = append(out, string(h), cases.Yen(part.Held))
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
			if e := (*limits.Error)(nil); errors.Is(err, limits.ErrOpen) && errors.As(err, &e) {
				return e.Input
			}
			return fmt.Sprint(err)
		},
		"over": func(t *testing.T, c cases.Case) string {
			p := last(t, c.Args)
			return cases.Join(cases.Yen(p.Now), cases.Yen(p.Overpaid))
		},
		"beside": func(t *testing.T, c cases.Case) string {
			p := last(t, c.Args)
			return cases.Join(cases.Yen(p.Now), cases.Yen(p.Beside))
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
			least, most, err := s.program.Range(paid, series, l, s.possible)
			if err != nil {
				return refused(err)
			}
			return cases.Join(cases.Yen(least), cases.Yen(most))
		},
		"span": func(t *testing.T, c cases.Case) string {
			least, most := limits.JISA2024CostSpan()
			return cases.Join(cases.Yen(least), cases.Yen(most))
		},
		"left": func(t *testing.T, c cases.Case) string {
			s := read(c.Args)
			var paid limits.Paid
			for p, err := range s.pay() {
				check(err)
				paid = p.Paid
			}
			left, err := s.program.Left(paid)
			check(err)
			var out []string
			for id, a := range left {
				if i := slices.Index(s.ids, id); i >= 0 {
					out = append(out, fmt.Sprint(i), string(id), cases.Yen(a))
				}
			}
			return inOrder(out)
		},
	}
}

// inOrder joins triples of index, id and amount in the order of the index.
func inOrder(triples []string) string {
	var out []string
	for t := range slices.Chunk(triples, 3) {
		out = append(out, strings.Join(t, " "))
	}
	slices.Sort(out)
	for i := range out {
		_, out[i], _ = strings.Cut(out[i], " ")
	}
	return cases.Join(out...)
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
	return paid, claims[final.claim].Reduce(final.late), final.losses
}

// read reads the arguments of a case.
func read(args []string) scene {
	var s scene
	c, r := limits.Standard(), limits.Readings{}
	tree := ""
	for _, w := range args {
		name, value, setting := strings.Cut(w, ":")
		head, amount, loss := strings.Cut(w, "=")
		switch {
		case strings.Contains(w, " "):
			tree = w
		case w[0] == '#':
			s.payments = append(s.payments, request{claim: w, late: s.late})
		case w[0] == '?' && loss:
			s.possible = append(s.possible, limits.Loss{Head: limits.Head(head[1:]), Amount: parse(amount)})
		case w[0] == '?':
			s.ids = append(s.ids, clause.ID(w[1:]))
		case loss:
			if len(s.payments) == 0 {
				s.payments = append(s.payments, request{claim: "#1", late: s.late})
			}
			p := &s.payments[len(s.payments)-1]
			p.losses = append(p.losses, limits.Loss{Head: limits.Head(head), Amount: parse(amount)})
		case setting && name == "late":
			s.late = parse(value)
		case setting:
			set(&c, &r, name, value)
		default:
			panic("what is " + w)
		}
	}
	if tree != "" {
		s.program, s.err = limits.New(readTree(tree))
	} else {
		s.program, s.err = limits.JISA2024(c, r)
	}
	return s
}

// set makes a choice or picks a reading.
func set(c *limits.Choices, r *limits.Readings, name, value string) {
	choices := map[string]*yen.Amount{
		"liability": &c.Liability, "deductible": &c.Deductible, "litigation": &c.Litigation,
		"custody": &c.Custody, "malfunction": &c.Malfunction, "regulatory": &c.Regulatory,
		"overall":                   &c.Costs.Overall,
		"own-attack-response":       &c.Costs.AttackResponse,
		"own-investigation":         &c.Costs.Investigation,
		"own-advisory":              &c.Costs.Advisory,
		"own-restoration":           &c.Costs.Restoration,
		"own-other-response":        &c.Costs.OtherResponse,
		"own-recurrence-prevention": &c.Costs.RecurrencePrevention,
		"own-reputational":          &c.Costs.Reputational,
	}
	if choice, ok := choices[name]; ok {
		*choice = parse(value)
		return
	}
	switch name + ":" + value {
	case "A2:overall-only":
		r.Costs = limits.OverallOnly
	case "A2:own-only":
		r.Costs = limits.OwnOnly
	case "A3a:beside":
		r.Litigation = limits.BesideCosts
	case "A3a:liability":
		r.Litigation = limits.InsideLiability
	case "A3b:cap":
		r.Cap = limits.CapAtLiability
	case "A4:classical":
		r.Defence = limits.Classical
	case "A4:inside":
		r.Defence = limits.Inside
	case "A4b:printed":
		r.Scale = limits.LimitPrinted
	case "A5:each":
		r.Related = limits.EachClaim
	case "A12:advisory":
		r.Reputational = limits.WithAdvisory
	case "A12:other":
		r.Reputational = limits.WithOtherResponse
	case "A25:damages":
		r.Reduction = limits.DamagesOnly
	case "A25:limits":
		r.Reduction = limits.EveryLimit
	case "A28:half-up":
		r.Rounding = limits.HalfUp
	default:
		switch name {
		case "own":
			for own, choice := range choices {
				if strings.HasPrefix(own, "own-") {
					*choice = parse(value)
				}
			}
		case "declared":
			c.Declared = ratio(value)
		default:
			panic("no setting " + name + ":" + value)
		}
	}
}

// readTree reads a tree: heads, [ groups ], and behind each its terms.
func readTree(s string) limits.Node {
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
			*at() = at().Then(readTerm(w))
		default:
			open[top] = append(open[top], limits.On(limits.Head(w)))
		}
	}
	return open[0][0]
}

func readTerm(w string) limits.Term {
	w, heads, some := strings.Cut(w, "@")
	w, beside := strings.CutSuffix(w, "!")
	f := strings.Split(w+"::::", ":")
	id := clause.ID(f[1])
	var t limits.Term
	switch f[0] {
	case "deductible":
		t = limits.Deductible(id, parse(f[2]))
	case "franchise":
		t = limits.Franchise(id, parse(f[2]))
	case "share":
		t = limits.ShareDeductible(id, ratio(f[2]), parse(f[3]), parse(f[4]))
	case "pays":
		t = limits.Pays(id, ratio(f[2]))
	case "per-claim":
		t = limits.PerClaim(id, parse(f[2]))
	case "per-period":
		t = limits.PerPeriod(id, parse(f[2]))
	case "unstated":
		t = limits.Unstated(id, parse(f[2]), parse(f[3]))
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
		t = t.Beside()
	}
	return t
}
