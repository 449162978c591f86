// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/premium"
)

// check finds what is wrong with rules of which each part is whole in itself: what is
// cited and not there, there and not read, or can never be.
func (s *scheme) check(f *faults) {
	s.checkClauses(f)
	s.checkCited(f)
	s.checkWords(f)
	s.checkRead(f)
	var offered []clause.ID
	for _, e := range s.rules.Wording.Endorsements {
		offered = append(offered, e.ID)
	}
	schedule, _ := s.schedule.With(offered...)
	endorsed, _ := schedule.Bind(fact.Set{})
	s.checkRules(f, &endorsed)
	s.checkHeads(f, &endorsed)
	partly := slices.ContainsFunc(s.rules.Tariff.Steps, func(x premium.Step) bool {
		return x.Kind == premium.ByMonths || x.Kind == premium.ByDays || x.Kind == premium.ByShortRate
	})
	own := s.rules.Calendar.OwnMonths
	f.when(own > 12 && partly, "calendar.ownMonths", strconv.Itoa(own), fault.ErrConflict)
	if id := string(s.rules.Edition.ID); len(id) > 4 && id[len(id)-5] == '-' {
		year, err := strconv.Atoi(id[len(id)-4:])
		other := err == nil && year != s.rules.Calendar.Base.Start().Date().Year()
		f.when(other, "edition.id", id, fault.ErrConflict)
	}
}

// checkClauses demands the clauses that every worksheet can cite, and of each clause an ID
// of its own and words, and keeps it.
func (s *scheme) checkClauses(f *faults) {
	r := &s.rules
	follows := slices.ContainsFunc(r.Heads, func(h Head) bool { return len(h.Follows) > 0 })
	for _, x := range []struct {
		path string
		c    clause.Clause
		cite bool // it is printed
	}{
		{"edition", r.Edition, true}, {"accepted", r.Accepted, true}, {"follows", r.Follows, follows},
		{"series", r.Series, true}, {"restated", r.Restated, true}, {"undecided", r.Undecided, true},
	} {
		f.when(x.cite && x.c == (clause.Clause{}), x.path+".id", "", fault.ErrMissing)
	}
	for _, c := range s.named() {
		switch _, known := s.clauses[c.ID]; {
		case c.ID == "":
			f.add(c.path+".id", "", fault.ErrMissing)
		case c.JA == "" || c.EN == "":
			f.add(c.path, string(c.ID), fault.ErrMissing)
		case known:
			f.add(c.path, string(c.ID), fault.ErrDuplicate)
		case !isListed(string(c.ID)):
			f.add(c.path, string(c.ID), fault.ErrSyntax)
		}
		s.clauses[c.ID] = c.Clause
	}
}

// checkCited demands the clauses that are cited, and the endorsements and options that
// are named.
func (s *scheme) checkCited(f *faults) {
	r := &s.rules
	cite := func(path string, ids ...clause.ID) {
		for _, id := range ids {
			_, known := s.clauses[id]
			f.when(id != "" && !known, path, string(id), fault.ErrUnknown)
		}
	}
	attach := func(path string, ids ...clause.ID) {
		for _, id := range ids {
			f.when(id != "" && !s.rules.offers(id), path, string(id), fault.ErrUnknown)
		}
	}
	walk(&r.Limits, "limits", func(path string, n *limits.Node) {
		attach(path+".with", n.With)
		for i, t := range n.Terms {
			path := path + "." + index("terms", i)
			cite(path+".clause", t.Clause)
			attach(path+".with", t.With)
		}
	})
	for _, row := range r.Options {
		path := "options[" + string(row.ID) + "]"
		cite(path+".clause", row.Clause)
		attach(path+".with", row.With)
	}
	for i, x := range r.Tariff.Steps {
		attach(index("tariff.steps", i)+".with", x.With)
		for k, part := range x.Steps {
			attach(index("tariff.steps", i)+"."+index("steps", k)+".with", part.With)
		}
	}
	for i, x := range r.Settings {
		cite(index("settings", i)+".clauses", x.Clauses...)
		for _, row := range r.Options {
			a, stated := cmp.Or(r.Standard[row.ID], row.Standard).Amount()
			other := stated && row.Clause != "" && slices.Contains(x.Clauses, row.Clause) && (a < x.Least || a > x.Most)
			f.when(other, index("settings", i)+".least", x.Least.String(), fault.ErrConflict)
		}
	}
	for _, row := range r.Options {
		own, stated := row.Standard, r.Standard[row.ID]
		other := !own.IsZero() && len(own.Names()) == 0 && !stated.IsZero() && own != stated
		f.when(other, "standard."+string(row.ID), stated.String(), fault.ErrConflict)
	}
	cite("reduction", r.Reduction)
	cite("between", r.Between)
	cite("sales", r.Sales)
	beside := slices.Contains(slices.Collect(s.limits.Clauses()), r.Beside)
	f.when(r.Beside != "" && !beside, "beside", string(r.Beside), fault.ErrUnknown)
	points := map[string]bool{}
	for i, p := range r.Points {
		path := index("points", i)
		f.when(p.ID == "", path+".id", "", fault.ErrMissing)
		f.when(points[p.ID], path+".id", p.ID, fault.ErrDuplicate)
		points[p.ID] = true
		f.when(len(p.Choices) == 0, path+".choices", "", fault.ErrMissing)
		f.when(p.Chosen != "" && p.Choice() == (Choice{}), path+".chosen", string(p.Chosen), fault.ErrUnknown)
		for k, c := range p.Choices {
			f.when(!isWord(string(p.reading(c))), path+"."+index("choices", k)+".code", c.Code, fault.ErrSyntax)
		}
		attach(path+".endorsements", p.Endorsements...)
		for _, id := range p.Options {
			_, ok := r.Options.Row(id)
			f.when(!ok, path+".options", string(id), fault.ErrUnknown)
		}
	}
	for _, x := range []struct {
		path string
		fact fact.Name
	}{{"heavier", r.Heavier}, {"reputational", r.Reputational}, {"sameDay.fact", r.SameDay.Fact}} {
		unknown := x.fact != "" && len(r.Points) == 0 && !s.hasFact(x.fact)
		f.when(unknown, x.path, string(x.fact), fault.ErrUnknown)
	}
	for i, q := range r.Dates {
		f.when(eventOf(string(q.Fact)) < 0, index("dates", i)+".fact", string(q.Fact), fault.ErrUnknown)
	}
	for i, part := range r.Request {
		fields := []string{"", "business", "sales", "certifications", "security", "legal", "losses"}
		f.when(!slices.Contains(fields, part.Field), index("request", i)+".field", part.Field, fault.ErrUnknown)
	}
}

// checkWords demands words in both languages of what people read and is no clause.
func (s *scheme) checkWords(f *faults) {
	r := &s.rules
	words := func(path, ja, en string) { f.when(ja == "" || en == "", path, "", fault.ErrMissing) }
	for _, row := range r.Options {
		path := "options[" + string(row.ID) + "]"
		words(path, row.JA, row.EN)
		for _, c := range row.Classes {
			words(path+".classes["+string(c.Code)+"]", c.JA, c.EN)
		}
	}
	for i, x := range r.Settings {
		words(index("settings", i), x.JA, x.EN)
		f.when(x.Least < 0 || x.Least > x.Most, index("settings", i)+".least", x.Least.String(), fault.ErrOrder)
	}
	for i, p := range r.Points {
		words(index("points", i), p.JA, p.EN)
		for k, c := range p.Choices {
			words(index("points", i)+"."+index("choices", k), c.JA, c.EN)
		}
	}
	for i, q := range r.Dates {
		words(index("dates", i), q.JA, q.EN)
	}
	if r.SameDay.Fact != "" {
		words("sameDay", r.SameDay.JA, r.SameDay.EN)
	}
}

// checkRead refuses an option and a question that nothing reads, and an endorsement that
// does nothing.
func (s *scheme) checkRead(f *faults) {
	r, one := &s.rules, len(s.rules.Points) == 0 // else another reading may read them
	options, acts := map[option.ID]bool{r.Declared: true}, map[clause.ID]bool{}
	walk(&r.Limits, "", func(_ string, n *limits.Node) {
		acts[n.With] = true
		for _, t := range n.Terms {
			acts[t.With] = true
			for _, v := range []option.Value{t.Amount, t.Least, t.Ratio, t.Below} {
				for _, id := range v.Names() {
					options[id] = true
				}
			}
		}
	})
	for _, row := range r.Options {
		for _, id := range row.Standard.Names() {
			options[id] = true
		}
	}
	tables, steps := slices.Clone(r.Tariff.Tables), slices.Clone(r.Tariff.Steps)
	for _, x := range r.Tariff.Steps {
		steps = append(steps, x.Steps...)
	}
	for _, x := range steps {
		acts[x.With], tables = true, append(tables, x.Tables...)
		tables = append(tables, premium.Table{When: x.When})
	}
	for _, x := range tables {
		options[x.Exposure] = true
		for _, c := range x.When {
			options[c.Option] = true
		}
	}
	for _, row := range r.Options {
		f.when(!options[row.ID] && one, "options["+string(row.ID)+"]", "", fault.ErrMisplaced)
	}
	facts := map[fact.Name]bool{r.Heavier: true, r.Reputational: true, r.SameDay.Fact: true}
	for x := range s.schedule.Rules() {
		acts[x.With] = true
		for _, name := range s.nodes[x.Clause.ID].facts {
			facts[name] = true
		}
	}
	for _, h := range r.Heads {
		facts[h.Consented] = true
		for _, name := range h.Asked {
			facts[name] = true
		}
	}
	for _, d := range r.DateFacts {
		facts[d.Fact] = true
	}
	for _, q := range s.questions {
		f.when(!facts[q.Fact] && one, "wording.questions["+string(q.Fact)+"]", "", fault.ErrMisplaced)
	}
	for _, e := range r.Wording.Endorsements {
		f.when(!acts[e.ID], "wording.endorsements["+string(e.ID)+"]", "", fault.ErrMissing)
	}
}

// checkRules refuses a rule that meets no head or can never apply.
func (s *scheme) checkRules(f *faults, endorsed *exclusions.Bound) {
	bare := s.schedule
	if len(s.rules.Attached) > 0 {
		bare, _ = exclusions.New(s.rules.Wording)
	}
	unendorsed, _ := bare.Bind(fact.Set{})
	for r := range s.schedule.Rules() {
		path := "wording.rules[" + string(r.Clause.ID) + "]"
		astray := r.Class != exclusions.Waiver && r.Under == "" && !s.meets(r.Scope)
		f.when(astray, path+".scope", string(r.Scope), fault.ErrUnknown)
		for _, in := range r.In {
			f.when(!s.meets(in), path+".in", string(in), fault.ErrUnknown)
		}
		by, in := &unendorsed, r.Scope // an endorsement may restore the whole cover that a rule takes
		if r.With != "" {
			by = endorsed
		}
		if len(r.In) > 0 {
			in = r.In[0]
		}
		c, _ := by.In(in).SettleRule(r.Clause.ID)
		f.when(c.Truth == fact.No, path+".when", r.When.String(), fault.ErrConflict)
	}
}

// checkHeads demands of each head a requirement of its own and a place in the limits, and
// that it can be covered.
func (s *scheme) checkHeads(f *faults, endorsed *exclusions.Bound) {
	limited := slices.Collect(s.limits.Heads())
	for _, h := range s.rules.Heads {
		agreed := false
		for r := range s.schedule.Rules() {
			agreed = agreed || s.requires(r.Clause.ID) && r.Class != Insured && r.Scope.Meets(h.Scope)
		}
		path := "heads[" + string(h.Head) + "]"
		agreed = agreed && slices.Contains(limited, h.Head)
		f.when(!agreed, path, "", fault.ErrMissing)
		f.when(agreed && endorsed.Settle(h.Scope).Truth == fact.Yes, path, "", fault.ErrConflict)
	}
	for _, head := range limited {
		f.when(s.heads[head] == nil, "limits", string(head), fault.ErrUnknown)
	}
}

// meets reports whether a scope meets that of a head.
func (s *scheme) meets(scope exclusions.Scope) bool {
	return slices.ContainsFunc(s.rules.Heads, func(h Head) bool { return scope.Meets(h.Scope) })
}

// walk visits the nodes of a tree with their paths.
func walk(n *limits.Node, path string, visit func(string, *limits.Node)) {
	visit(path, n)
	for i := range n.Nodes {
		walk(&n.Nodes[i], strings.TrimPrefix(path+"."+index("nodes", i), "."), visit)
	}
}
