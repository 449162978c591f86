// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

func TestCasesLimits(t *testing.T) { cases.Run(t, "limits.txt", limitsVerbs()) }

func limitsParse(s string) yen.Amount {
	n, _ := strconv.ParseInt(strings.ReplaceAll(s, ",", ""), 10, 64)
	return yen.Amount(n)
}
func limitsRatio(s string) yen.Ratio { r, err := yen.ParseRatio(s); limitsCheck(err); return r }

// refused returns the reason of the first fault.
func limitsRefused(err error) string { return "refused: " + fault.All(err)[0].Reason.Error() }

// check stops a test whose own input is wrong.
func limitsCheck(err error) {
	if err != nil {
		panic(err)
	}
}

// A scene is the arguments of a case.
type limitsScene struct {
	program  limits.Program
	err      error
	late     yen.Amount // of the payments that follow
	payments []limitsRequest
	possible []limits.Loss
	ids      []clause.ID
}

// A request is the losses that come to a claim at once.
type limitsRequest struct {
	claim  string
	losses []limits.Loss
	late   yen.Amount
}

func limitsVerbs() map[string]func(*testing.T, cases.Case) string {
	return map[string]func(*testing.T, cases.Case) string{
		"pays": func(t *testing.T, c cases.Case) string {
			var out []string
			s := limitsRead(c.Args)
			for p, err := range s.pay() {
				if err != nil {
					out = append(out, limitsRefused(err))
					break
				}
				out = append(out, cases.Yen(p.Now))
			}
			return cases.Join(out...)
		},
		"heads": func(t *testing.T, c cases.Case) string {
			var out []string
			for h, part := range limitsLast(t, c.Args).Parts() {
				if part.Loss > 0 {
					out = append(out, string(h), cases.Yen(part.Due))
				}
			}
			return cases.Join(out...)
		},
		"held": func(t *testing.T, c cases.Case) string {
			var out []string
			for h, part := range limitsLast(t, c.Args).Parts() {
				if part.Held > 0 {
					out = append(out, string(h), cases.Yen(part.Held))
				}
			}
			return cases.Join(out...)
		},
		"split": func(t *testing.T, c cases.Case) string {
			p := limitsLast(t, c.Args)
			out := []string{cmp.Or(string(p.Split), "certain")}
			for h, part := range p.Parts() {
				if part.Loss > 0 {
					out = append(out, string(h), cases.Yen(part.Due))
				}
			}
			return cases.Join(out...)
		},
		"over": func(t *testing.T, c cases.Case) string {
			p := limitsLast(t, c.Args)
			return cases.Join(cases.Yen(p.Now), cases.Yen(p.Overpaid))
		},
		"beside": func(t *testing.T, c cases.Case) string {
			s := limitsRead(c.Args)
			paid, series, l := s.before(t)
			beside, err := limitsBesides(s.program, paid, series, l...)
			if err != nil {
				t.Fatal(err)
			}
			return cases.Join(cases.Yen(limitsLast(t, c.Args).Now), cases.Yen(beside))
		},
		"cuts": func(t *testing.T, c cases.Case) string {
			s := limitsRead(c.Args)
			paid, series, l := s.before(t)
			_, cuts, err := s.program.Explain(paid, series, l...)
			if err != nil {
				return limitsRefused(err)
			}
			var out []string
			for _, cut := range cuts {
				out = append(out, string(cut.Clause), string(cut.Head), cases.Yen(cut.Amount))
			}
			return cases.Join(out...)
		},
		"range": func(t *testing.T, c cases.Case) string {
			s := limitsRead(c.Args)
			paid, series, l := s.before(t)
			bounds, err := s.program.Range(paid, series, l, s.possible)
			if err != nil {
				return limitsRefused(err)
			}
			return cases.Join(cases.Yen(bounds.Least), cases.Yen(bounds.Most))
		},
		"span": func(t *testing.T, c cases.Case) string {
			row, _ := jisa2024.Options().Row(jisa2024.InvestigationLimit)
			return cases.Join(cases.Yen(row.Printed.Least), cases.Yen(row.Printed.Most))
		},
		"left": func(t *testing.T, c cases.Case) string {
			s := limitsRead(c.Args)
			var paid limits.Paid
			for p, err := range s.pay() {
				limitsCheck(err)
				paid = p.Paid
			}
			left, err := s.program.Remaining(paid)
			limitsCheck(err)
			var out []string
			for id, a := range left {
				if i := slices.Index(s.ids, id); i >= 0 {
					out = append(out, fmt.Sprint(i), string(id), cases.Yen(a))
				}
			}
			return limitsInOrder(out)
		},
	}
}

// inOrder joins triples of index, id and amount in the order of the index.
func limitsInOrder(triples []string) string {
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

func limitsLast(t *testing.T, args []string) limits.Payment {
	t.Helper()
	var last limits.Payment
	for p, err := range limitsRead(args).pay() {
		if err != nil {
			t.Fatal(err)
		}
		last = p
	}
	return last
}

// limitsBesides returns what is paid if the limits that are set beside act, with
// the amounts that are not stated at the end at which that is less.
func limitsBesides(p limits.Program, paid limits.Paid, s limits.Series, losses ...limits.Loss) (yen.Amount, error) {
	least, err := p.AtLeast().Acting().Pay(paid, s, losses...)
	if err != nil {
		return 0, err
	}
	most, err := p.AtMost().Acting().Pay(paid, s, losses...)
	return min(least.Now, most.Now), err
}

// pay makes the payments one after the other.
func (s limitsScene) pay() iter.Seq2[limits.Payment, error] {
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
func (s limitsScene) before(t *testing.T) (limits.Paid, limits.Series, []limits.Loss) {
	t.Helper()
	limitsCheck(s.err)
	if len(s.payments) == 0 {
		return limits.Paid{}, limits.Series{}.Reduce(s.late), nil
	}
	n := len(s.payments) - 1
	final := s.payments[n]
	s.payments = s.payments[:n]
	var paid limits.Paid
	claims, i := map[string]limits.Series{}, 0
	for p, err := range s.pay() {
		limitsCheck(err)
		paid, claims[s.payments[i].claim] = p.Paid, p.Series
		i++
	}
	if s.program.Separate() {
		claims[final.claim] = limits.Series{}
	}
	return paid, claims[final.claim].Reduce(final.late), final.losses
}

var limitsEditions = limitsEdition{} // of the cases

// read reads the arguments of a case.
func limitsRead(args []string) limitsScene {
	var s limitsScene
	c, r := limitsStandard(), limitsUnder()
	for _, w := range args {
		name, value, setting := strings.Cut(w, ":")
		head, amount, loss := strings.Cut(w, "=")
		switch {
		case w[0] == '#':
			s.payments = append(s.payments, limitsRequest{claim: w, late: s.late})
		case w[0] == '?' && loss:
			s.possible = append(s.possible, limits.Loss{Head: limits.Head(head[1:]), Amount: limitsParse(amount)})
		case w[0] == '?':
			s.ids = append(s.ids, clause.ID(w[1:]))
		case loss:
			if len(s.payments) == 0 {
				s.payments = append(s.payments, limitsRequest{claim: "#1", late: s.late})
			}
			p := &s.payments[len(s.payments)-1]
			p.losses = append(p.losses, limits.Loss{Head: limits.Head(head), Amount: limitsParse(amount)})
		case setting && name == "late":
			s.late = limitsParse(value)
		case setting:
			limitsSet(&c, &r, name, value)
		default:
			panic("what is " + w)
		}
	}
	s.program, s.err = limitsEditions.program(c, r)
	return s
}

// set makes a choice or picks a reading.
func limitsSet(c *limitsChoices, r *limitsReadings, name, value string) {
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
		*choice = limitsParse(value)
		return
	}
	switch name + ":" + value {
	case "A2:overall-only":
		r.Costs = jisa2024.CostsOverallOnly
	case "A2:own-only":
		r.Costs = jisa2024.CostsOwnOnly
	case "A3a:beside":
		r.Litigation = jisa2024.LitigationBesideCosts
	case "A3a:liability":
		r.Litigation = jisa2024.LitigationInsideLiability
	case "A3b:cap":
		r.Cap = jisa2024.CapAtLiability
	case "A4:classical":
		r.Defence = jisa2024.DefenceClassical
	case "A4:inside":
		r.Defence = jisa2024.DefenceInside
	case "A4b:printed":
		r.Scale = jisa2024.ProRataPrinted
	case "A5:each":
		r.Related = jisa2024.RelatedEachClaim
	case "A12:advisory":
		r.Reputational = jisa2024.ReputationalAdvisory
	case "A12:other":
		r.Reputational = jisa2024.ReputationalOtherResponse
	case "A25:damages":
		r.Reduction = jisa2024.ReducedDamages
	case "A25:limits":
		r.Reduction = jisa2024.ReducedLimits
	case "A28:half-up":
		r.Rounding = jisa2024.RoundingHalfUp
	default:
		switch name {
		case "own":
			for own, choice := range choices {
				if strings.HasPrefix(own, "own-") {
					*choice = limitsParse(value)
				}
			}
		case "declared":
			c.Declared = limitsRatio(value)
		default:
			panic("no setting " + name + ":" + value)
		}
	}
}
