// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"cmp"
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// Refund returns the refund (返還保険料) for a member who leaves during the period: the
// premium for the term of the risk, less the part of the premium of a full year
// that the Refund of the rules keeps for the time in force, and not below 0円. A begun
// month counts. It is rounded at the end, and is at most the premium.
//
// Refund returns the errors of [Tariff.Quote], and a [*fault.Error] with
//   - [fault.ErrMissing] at elapsed for the zero Term,
//   - [fault.ErrRange] at elapsed.months, elapsed.days or elapsed.yearDays if that number
//     is needed and out of range, or if the months or the days are more than those of the
//     term,
//   - [fault.ErrMissing] at refund, a referral to the agent, if the rules state no refund.
func (t Tariff) Refund(r Risk, elapsed Term) (yen.Amount, error) {
	return t.refund("premium.Refund", &r, elapsed, nil)
}

// RefundSheet returns the worksheet of the refund: the premium, what is kept of it, and
// the rounding. It returns the errors of [Tariff.Refund].
func (t Tariff) RefundSheet(r Risk, elapsed Term) (clause.Sheet, error) {
	rec := &record{sheet: clause.NewSheet("返還保険料計算書", "Refund worksheet")}
	if _, err := t.refund("premium.RefundSheet", &r, elapsed, rec); err != nil {
		return clause.Sheet{}, err
	}
	rules := &t.t.rules
	id := rules.Refund.Clause.ID
	sheet := rec.sheet.Close(id, "返還保険料", "Refund")
	for _, n := range rules.Notes {
		if n.Clause == id && id != "" {
			sheet = sheet.Note(id, n.JA, n.EN)
		}
	}
	return sheet, nil
}

func (t Tariff) refund(op string, r *Risk, elapsed Term, rec *record) (yen.Amount, error) {
	paid, err := t.run(op, r, nil)
	if err != nil {
		return 0, err
	}
	year := *r
	year.Term = Term{}
	full, err := t.run(op, &year, nil)
	if err != nil {
		return 0, err
	}
	rule := &t.t.rules.Refund
	f, fail := rule.elapsed(elapsed, r.Term)
	if fail != nil {
		fail.Op = op
		return 0, fail
	}
	kept := whole(full.Total)
	if f.den > 0 {
		kept, _ = kept.times(f.num, f.den) // a part of what fits
	}
	least := kept.floor() < rule.Amount
	if least {
		kept = whole(rule.Amount)
	}
	left := whole(paid.Total).less(kept)
	total := min(left.round(rule.To), paid.Total)
	if rec != nil {
		rec.add("", paid.Total, "保険期間の保険料", "premium for the policy period")
		ja, en := rule.text(r, f)
		ja, en = "既経過期間の保険料（"+ja+"）", "premium for the time in force ("+en+")"
		if f.den == 0 {
			ja, en = "既経過期間の保険料", "premium for the time in force"
		}
		if least {
			ja, en = "最低保険料", "minimum premium"
		}
		rec.add(rule.Clause.ID, left.floor(), ja, en)
		rec.rounded(rule.Clause.ID, total, rule.To)
	}
	return total, nil
}

// elapsed returns the part of a year that is kept for the time in force, or the zero
// factor for all of it.
func (s *Step) elapsed(in, of Term) (factor, *fault.Error) {
	months, days := cmp.Or(of.Months, yearMonths), cmp.Or(of.Days, longestYear)
	switch {
	case s.Kind == Round:
		e := &fault.Error{Path: "refund", Reason: fault.ErrMissing, Clause: string(s.Clause.ID)}
		e.JA = "保険期間の途中で脱退した場合の返還保険料は定めがありません。取扱代理店にご確認ください。"
		e.EN = "There is no rule for a refund to a member who leaves during the policy period. Ask the agent."
		return factor{}, e
	case in == Term{}:
		return factor{}, &fault.Error{Path: "elapsed", Reason: fault.ErrMissing}
	case in.Months < 0 || in.Months > months:
		return factor{}, outOf("elapsed.months", in.Months, months)
	case in.Days < 0 || in.Days > days:
		return factor{}, outOf("elapsed.days", in.Days, days)
	}
	f, fail := s.part(in)
	if fail != nil {
		fail.Path = strings.Replace(fail.Path, "term", "elapsed", 1)
	}
	return f, fail
}
