// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// worldOptions are options of every unit: with a standard, with the name of another as
// standard, without one, in a printed range, and with an endorsement.
func worldOptions() option.Table {
	classes := []option.Class{{Code: "a"}, {Code: "b"}, {Code: "c"}}
	return option.Table{
		{ID: "industry", Unit: option.ByClass, Classes: classes},
		{ID: "plan", Unit: option.ByClass, Classes: classes, Standard: option.Of("b")},
		{ID: "staff", Unit: option.People, Most: 500, Standard: option.Number(40)},
		{ID: "guests", Unit: option.People, Standard: option.Of("staff")},
		{ID: "payroll", Least: 1},
		{ID: "devices", Unit: option.Pieces, Printed: option.Range{Least: 1, Most: 9}},
		{ID: "extra", Unit: option.Pieces, Standard: option.Number(7), With: "E"},
		{ID: "deductible", Standard: option.Yen(100_000)},
		{ID: "share", Unit: option.AsRatio, Standard: option.Ratio(yen.Percent(90))},
	}
}

var worldExposures = []option.ID{"", "staff", "guests", "payroll", "devices"}

// A world is what the oracle knows: rules, options and a risk.
type world struct {
	rules   premium.Rules
	options option.Table
	risk    premium.Risk
}

// value returns the value of an option, or the zero Value if it is unknown or does not
// exist.
func (w world) value(id option.ID) option.Value {
	row, _ := w.options.Row(id)
	if row.With != "" && !slices.Contains(w.risk.Attached, row.With) {
		return option.Value{}
	}
	if v := w.risk.Options[id]; !v.IsZero() {
		return v
	}
	if names := row.Standard.Names(); row.Unit != option.ByClass && len(names) > 0 {
		return w.value(names[0])
	}
	return row.Standard
}

func (w world) holds(with clause.ID, when []premium.Choice) bool {
	for _, c := range when {
		if !slices.Contains(c.Is, w.value(c.Option)) {
			return false
		}
	}
	return with == "" || slices.Contains(w.risk.Attached, with)
}

// table returns the premium of the table of a list that holds, or nil.
func (w world) table(list []premium.Table) *big.Rat {
	for _, t := range list {
		if !w.holds("", t.When) {
			continue
		}
		if t.Between == premium.Flat {
			return big.NewRat(int64(t.Rows[0].Annual), 1)
		}
		n, known := w.risk.Sales.Amount, w.risk.Sales.Amount > 0
		if t.Exposure != "" {
			n, known = w.value(t.Exposure).Amount()
		}
		if !known {
			return nil
		}
		return w.read(t, int64(n))
	}
	return nil
}

// read returns the premium of a table for an exposure, or nil.
func (world) read(t premium.Table, n int64) *big.Rat {
	var x *big.Rat
	computed := t.Per > 0
	last := t.Rows[len(t.Rows)-1]
	switch {
	case t.Between == premium.Stepped:
		if t.Most > 0 && n > int64(t.Most) {
			return nil
		}
		for _, row := range t.Rows {
			if int64(row.At) <= n {
				x = big.NewRat(int64(row.Annual), 1)
			}
		}
	case t.Between == premium.NextRow && n >= int64(t.Rows[0].At) && n <= int64(last.At):
		for _, row := range slices.Backward(t.Rows) {
			if int64(row.At) >= n {
				x = big.NewRat(int64(row.Annual), 1)
			}
		}
	default:
		var between bool
		x, between = priceOf(t, n)
		computed = computed || between
	}
	if x == nil {
		return nil
	}
	if t.Per > 0 {
		x = x.Mul(x, big.NewRat(n, int64(t.Per)))
	}
	if computed && !t.Exact {
		x = roundOf(x, t.To)
	}
	return x
}

// rate returns the rate of a discount or a loading.
func (w world) rate(s premium.Step) *big.Rat {
	for _, a := range w.risk.Adjust {
		if a.Clause == s.Clause.ID {
			return ratOf(a.Rate)
		}
	}
	return ratOf(s.Rate)
}

// premium returns the premium of the world after a number of steps, or nil if it is
// referred.
func (w world) premium(steps int) *big.Rat {
	x := w.table(w.rules.Tables)
	if x == nil || steps == 0 {
		return x
	}
	s := w.rules.Steps[steps-1]
	if x = w.premium(steps - 1); x == nil || !w.holds(s.With, s.When) {
		return x
	}
	if s.Kind == premium.Add {
		part := w.added(s, steps-1)
		if part == nil {
			return nil
		}
		if !s.Exact {
			part = roundOf(part, s.To)
		}
		return part.Add(part, x)
	}
	factor, taken := w.factor(s)
	least := big.NewRat(int64(s.Amount), 1)
	switch {
	case s.Kind == premium.Minimum && x.Cmp(least) < 0:
		x = least
	case s.Kind == premium.Minimum || !taken:
		return x
	default:
		x = new(big.Rat).Mul(x, factor)
	}
	if !s.Exact {
		x = roundOf(x, s.To)
	}
	return x
}

// added returns what a step adds, before it is rounded, or nil if it is referred.
func (w world) added(s premium.Step, before int) *big.Rat {
	switch {
	case len(s.Tables) > 0:
		return w.table(s.Tables)
	case s.Amount > 0:
		return big.NewRat(int64(s.Amount), 1)
	}
	of := 0
	for i, earlier := range w.rules.Steps[:before] {
		if s.Of != "" && earlier.Clause.ID == s.Of {
			of = i + 1
		}
	}
	part := w.premium(of)
	return part.Mul(part, ratOf(s.Rate))
}

// factor returns the factor of a step, and whether the step is taken.
func (w world) factor(s premium.Step) (*big.Rat, bool) {
	one, sum, taken := big.NewRat(1, 1), new(big.Rat), false
	parts := []premium.Step{s}
	switch s.Kind {
	case premium.Round, premium.Minimum:
		return one, true
	case premium.ByMonths, premium.ByDays, premium.ByShortRate, premium.ByFullYear:
		part := partOf(s, w.risk.Term)
		return part, part != nil
	case premium.Together:
		parts = s.Steps
	}
	for _, p := range parts {
		rate := w.rate(p)
		if !w.holds(p.With, p.When) || rate.Sign() == 0 {
			continue
		}
		taken = true
		if p.Kind == premium.Discount {
			rate.Neg(rate)
		}
		sum.Add(sum, rate)
	}
	bound := big.NewRat(-1, 1)
	if s.Kind == premium.Together && s.Most.Num() > 0 {
		bound = new(big.Rat).Neg(ratOf(s.Most))
	}
	if sum.Cmp(bound) < 0 {
		sum = bound
	}
	return sum.Add(sum, one), taken
}

// A maker makes rules at random.
type maker struct {
	*rand.Rand
	ids int
}

func (m *maker) odds(n int) bool { return m.IntN(n) == 0 }

func (m *maker) clause() clause.Clause {
	m.ids++
	id := clause.ID("c" + strconv.Itoa(m.ids))
	return clause.Clause{ID: id, JA: string(id), EN: string(id)}
}

func (m *maker) rounding() (yen.Rounding, bool) {
	if m.odds(4) {
		return yen.Rounding{}, true
	}
	return randomRounding(m.Rand), false
}

// choices returns choices that hold for some risks, on options that are no exposure.
func (m *maker) choices() (all []premium.Choice) {
	for _, c := range []premium.Choice{
		{Option: "industry", Is: []option.Value{option.Of("a"), option.Of("c")}},
		{Option: "plan", Is: []option.Value{option.Of("b")}},
		{Option: "deductible", Is: []option.Value{option.Yen(100_000), option.Yen(500_000)}},
		{Option: "share", Is: []option.Value{option.Ratio(yen.Percent(50))}},
	} {
		if m.odds(6) {
			all = append(all, c)
		}
	}
	return all
}

// tables returns one table, or one for each class of some, or not quite.
func (m *maker) tables(exposures []option.ID, least int64) []premium.Table {
	by := exposures[m.IntN(len(exposures))]
	if m.odds(2) {
		return []premium.Table{m.table(by, least)}
	}
	of := []option.ID{"industry", "plan"}[m.IntN(2)]
	var all []premium.Table
	for _, is := range [][]option.Value{{option.Of("a")}, {option.Of("b"), option.Of("c")}} {
		if m.odds(10) && len(all) > 0 {
			break
		}
		t := m.table(by, least)
		t.When = []premium.Choice{{Option: of, Is: is}}
		all = append(all, t)
	}
	return all
}

func (m *maker) table(by option.ID, least int64) premium.Table {
	t := premium.Table{Clause: m.clause(), Exposure: by}
	t.To, t.Exact = m.rounding()
	t.Between = []premium.Origin{
		premium.Interpolated, premium.NextRow, premium.Stepped, premium.OnRow, premium.Flat,
	}[m.IntN(5)]
	unit := t.To.Unit()
	row := premium.Row{At: yen.Amount(m.IntN(2) * m.IntN(20)), Annual: yen.Amount(least+m.Int64N(2_000)) * unit, Clause: "row"}
	t.Rows = []premium.Row{row}
	if t.Between == premium.Flat {
		t.Rows[0].At, t.Exposure = 0, ""
		return t
	}
	rising := t.Between == premium.Stepped || t.Between == premium.NextRow
	if rising && m.odds(2) {
		t.Per = yen.Amount(1 + m.IntN(30))
	}
	for range m.IntN(4) {
		row.At += yen.Amount(1 + m.Int64N(300))
		row.Annual += yen.Amount(m.Int64N(1_000)) * unit
		t.Rows = append(t.Rows, row)
	}
	if t.Between == premium.NextRow && m.odds(3) && row.Annual < 1_000_000 {
		t.Rows = append(t.Rows, premium.Row{At: yen.Max, Annual: row.Annual + unit, Clause: "open"})
	}
	if t.Between == premium.Stepped && m.odds(2) {
		t.Most = row.At + yen.Amount(m.IntN(100)) + 1
	}
	return t
}

func (m *maker) adjustment() premium.Step {
	s := premium.Step{Clause: m.clause(), Kind: premium.Discount}
	if m.odds(2) {
		s.Kind = premium.Loading
	}
	switch m.IntN(3) {
	case 0:
		s.Rates = []yen.Ratio{yen.Percent(5), yen.Percent(10), yen.Percent(15)}
	case 1:
		s.Least, s.Most = yen.Percent(5), yen.Percent(60)
	default:
		s.Rate, s.Most = yen.Percent(1+m.IntN(40)), yen.Percent(100)
	}
	if m.odds(3) {
		s.When = m.choices()
	}
	if m.odds(5) {
		s.With = "E"
	}
	return s
}

func (m *maker) step(earlier []premium.Step, term bool) premium.Step {
	s := premium.Step{Clause: m.clause()}
	switch m.IntN(8) {
	case 0, 1:
		s = m.adjustment()
	case 2:
		s.Kind = premium.Together
		for range 1 + m.IntN(4) {
			s.Steps = append(s.Steps, m.adjustment())
		}
		if m.odds(2) {
			s.Most = yen.Percent(30)
		}
	case 3:
		s.Kind, s.Amount = premium.Minimum, yen.Amount(1+m.IntN(300_000))
	case 4:
		s.Kind, s.Tables = premium.Add, m.tables(append(worldExposures, "extra"), 0)
	case 5:
		s.Kind, s.Rate = premium.Add, randomRate(m.Rand, 1)
		if s.Rate.Num() == 0 {
			s.Rate = yen.Percent(7)
		}
		if len(earlier) > 0 && m.odds(2) {
			s.Of = earlier[m.IntN(min(3, len(earlier)))].Clause.ID
		}
	case 6:
		s.Kind, s.Amount = premium.Add, yen.Amount(1+m.IntN(90_000))
	case 7:
		if !term {
			s.Kind = []premium.Kind{premium.ByMonths, premium.ByDays, premium.ByShortRate, premium.ByFullYear}[m.IntN(4)]
			if s.Kind == premium.ByShortRate {
				s.ShortRates = shortRates()
			}
		}
	}
	extra := slices.ContainsFunc(s.Tables, func(t premium.Table) bool { return t.Exposure == "extra" })
	switch isTerm := slices.Contains(termKinds, s.Kind); {
	case isTerm:
	case extra:
		s.With = "E"
	default:
		if m.odds(4) {
			s.With = "E"
		}
		s.When = m.choices()
	}
	if s.To, s.Exact = m.rounding(); s.Kind == premium.Minimum {
		s.To = yen.Rounding{}
	}
	return s
}

var termKinds = []premium.Kind{premium.ByMonths, premium.ByDays, premium.ByShortRate, premium.ByFullYear}

func isTerm(s premium.Step) bool { return slices.Contains(termKinds, s.Kind) }

func (m *maker) rules() premium.Rules {
	r := premium.Rules{Tables: m.tables(worldExposures, 1)}
	for range m.IntN(8) {
		r.Steps = append(r.Steps, m.step(r.Steps, slices.ContainsFunc(r.Steps, isTerm)))
	}
	r.Steps = append(r.Steps, premium.Step{Clause: m.clause(), To: randomRounding(m.Rand)})
	return r
}

// risk returns a risk that states some of the options, with exposures at, beside and away
// from rows.
func (m *maker) risk(w world) premium.Risk {
	number := func() yen.Amount {
		n := yen.Amount(m.IntN(500))
		if lists := w.rules.Tables; m.odds(2) {
			rows := lists[m.IntN(len(lists))].Rows
			n = min(500, max(0, rows[m.IntN(len(rows))].At+yen.Amount(m.IntN(3)-1)))
		}
		return n
	}
	r := premium.Risk{Sales: premium.Sales{Amount: number()}, Options: option.Values{}}
	for id, v := range map[option.ID]option.Value{
		"staff": option.Yen(number()), "guests": option.Yen(number()), "devices": option.Yen(number()),
		"plan": option.Of([]option.ID{"a", "b", "c"}[m.IntN(3)]), "deductible": option.Yen(yen.Amount(m.IntN(6)) * 100_000),
		"share": option.Ratio(yen.Percent(10 * m.IntN(11))),
	} {
		if m.odds(2) {
			r.Options[id] = v
		}
	}
	r.Options["industry"] = option.Of([]option.ID{"a", "b", "c"}[m.IntN(3)])
	r.Options["payroll"] = option.Yen(1 + number())
	if m.odds(2) {
		r.Attached = []clause.ID{"F", "E"}
		if m.odds(2) {
			r.Options["extra"] = option.Yen(number())
		}
	}
	if months := 1 + m.IntN(12); m.odds(2) {
		r.Term = premium.Term{Months: months, Days: 1 + 30*(months-1) + m.IntN(30), YearDays: 365 + m.IntN(2)}
	}
	w.risk = r
	for _, s := range w.rules.Steps {
		for _, p := range append([]premium.Step{s}, s.Steps...) {
			if p.Kind != premium.Discount && p.Kind != premium.Loading || !m.odds(2) ||
				!w.holds(s.With, s.When) || !w.holds(p.With, p.When) {
				continue
			}
			rate := p.Least
			switch {
			case len(p.Rates) > 0:
				rate = p.Rates[m.IntN(3)]
			case m.odds(2) || p.Rate.Num() > 0:
				rate = yen.Percent(5 + m.IntN(56))
			}
			r.Adjust = append(r.Adjust, premium.Adjustment{Clause: p.Clause.ID, Rate: rate})
		}
	}
	return r
}

// isReferral reports whether an error refers to the agent.
func isReferral(err error) bool {
	f, is := errors.AsType[*fault.Error](err)
	return is && f.JA != ""
}

// addsUp reports whether the lines of a sheet add up to a total, with whole amounts.
func addsUp(s clause.Sheet, total yen.Amount) bool {
	sum := yen.Amount(0)
	for l := range s.Lines() {
		if sum += l.Change; sum != l.Total || l.JA == "" || l.EN == "" {
			return false
		}
	}
	return sum == total && s.Total() == total
}

// TestRandomRating holds quotes and worksheets of random rules of every kind against the
// oracle, and a rising exposure against a falling premium.
func TestRandomRating(t *testing.T) {
	m := &maker{Rand: rand.New(rand.NewPCG(120, 300))}
	made, refused, premiums, referrals, tooFine, rises := 0, 0, 0, 0, 0, 0
	for range cases.Rounds(t) {
		w := world{rules: m.rules(), options: worldOptions()}
		tariff, err := premium.New(w.rules, w.options)
		if err != nil { // an exposure of a table that falls by Per, or too many marks
			refused++
			continue
		}
		made++
		for range 4 {
			w.risk = m.risk(w)
			want := w.premium(len(w.rules.Steps))
			q, err := tariff.Quote(w.risk)
			sheet, sheetErr := tariff.Sheet(w.risk)
			switch {
			case want == nil:
				if !isReferral(err) || !isReferral(sheetErr) {
					t.Fatalf("%+v\n%+v: %v, want a referral", w.rules, w.risk, err)
				}
				referrals++
				continue
			case errors.Is(err, fault.ErrOverflow) && errors.Is(sheetErr, fault.ErrOverflow):
				tooFine++
				continue
			case err != nil || sheetErr != nil || want.Cmp(big.NewRat(int64(q.Total), 1)) != 0:
				t.Fatalf("%+v\n%+v: %v, %v, %v, want %v", w.rules, w.risk, q, err, sheetErr, want)
			case !addsUp(sheet, q.Total):
				t.Fatalf("%+v\n%+v: %v of %v", w.rules, w.risk, sheet, q.Total)
			}
			premiums++
			more := w.risk
			more.Sales.Amount += yen.Amount(m.IntN(40))
			more.Options = more.Options.With("staff", option.Yen(500)).With("payroll", option.Yen(1_000))
			if p, err := tariff.Quote(more); err == nil {
				if staff, _ := w.value("guests").Amount(); staff <= 500 && p.Total < q.Total {
					t.Fatalf("%+v\n%+v: %v falls to %v with %+v", w.rules, w.risk, q.Total, p.Total, more)
				}
				rises++
			}
		}
	}
	t.Logf("%d made, %d refused, %d premiums, %d referrals, %d too fine, %d rises", made, refused, premiums, referrals, tooFine, rises)
	if n := cases.Rounds(t); made < n/2 || premiums < n || referrals < n/10 || tooFine > premiums/10 || rises < n {
		t.Errorf("%d made, %d premiums, %d referrals, %d too fine, %d rises", made, premiums, referrals, tooFine, rises)
	}
}
