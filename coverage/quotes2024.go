// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// settings2024 returns the standard setting as the brochure prints it. Source:
// ご契約条件.
func settings2024(r limits.Readings) []Setting {
	standard := limits.Standard()
	least, most := limits.JISA2024CostSpan()
	costs := Setting{ids("LIM-07", "LIM-08", "LIM-09", "LIM-10", "LIM-11", "LIM-12"),
		"事故対応費用の支払限度額（1事故・保険期間中、費用の種類ごとに設定、免責金額なし）",
		"incident response costs sublimits (per incident and aggregate, set for each head of loss, no deductible)", least, most}
	switch {
	case r.Costs == limits.OverallOnly:
		costs.Clauses = ids("LIM-16")
		costs.JA = "事故対応費用全体の支払限度額（1事故・保険期間中、免責金額なし）"
		costs.EN = "incident response costs limit (per incident and aggregate, no deductible)"
	case r.Reputational == limits.OwnHead:
		costs.Clauses = append(costs.Clauses, "LIM-14")
	}
	return []Setting{
		{ids("LIM-02", "LIM-03"), "賠償責任の支払限度額（1請求・保険期間中）", "liability limit (per claim and aggregate)", standard.Liability, standard.Liability},
		{ids("LIM-01"), "賠償責任の免責金額", "liability deductible", standard.Deductible, standard.Deductible},
		costs,
		{ids("LIM-13"), "訴訟対応費用の支払限度額（1請求・保険期間中、免責金額なし）", "litigation response costs limit (per claim and aggregate, no deductible)", standard.Litigation, standard.Litigation},
	}
}

// A choice2024 is one of the choices of a policy.
type choice2024 struct {
	name   string // in the errors of package limits
	path   string // in the errors of this package
	chosen yen.Amount

	// priced says whether and how the tariff prices the choice, which has the
	// clause and the name.
	priced   priced2024
	clause   clause.ID
	ja, en   string
	standard yen.Amount
}

type priced2024 uint8

const (
	byEndorsement priced2024 = iota // the endorsement is referred
	atStandard                      // the standard amount
	orNotStated                     // the standard amount, which 0円 stands for
	inSpan                          // any amount in the printed range; 0円 is not stated
)

// choices2024 returns the limits and the deductible of a policy.
func choices2024(c limits.Choices, r limits.Readings) []choice2024 {
	standard := limits.Standard()
	_, most := limits.JISA2024CostSpan()
	overall := orNotStated
	if r.Costs == limits.OverallOnly {
		overall = inSpan
	}
	return []choice2024{
		{"liability", "liability", c.Liability, orNotStated, "LIM-02", "賠償責任の支払限度額", "liability limit", standard.Liability},
		{"deductible", "deductible", c.Deductible, atStandard, "LIM-01", "賠償責任の免責金額", "liability deductible", standard.Deductible},
		{"attack-response", "costs.attackResponse", c.Costs.AttackResponse, inSpan, "LIM-07", "①サイバー攻撃対応費用の支払限度額", "attack response costs sublimit", 0},
		{"investigation", "costs.investigation", c.Costs.Investigation, inSpan, "LIM-08", "②原因・被害範囲調査費用の支払限度額", "investigation costs sublimit", 0},
		{"advisory", "costs.advisory", c.Costs.Advisory, inSpan, "LIM-09", "③相談費用の支払限度額", "advisory costs sublimit", 0},
		{"restoration", "costs.restoration", c.Costs.Restoration, inSpan, "LIM-10", "④コンピュータシステム復旧費用の支払限度額", "restoration costs sublimit", 0},
		{"other-response", "costs.otherResponse", c.Costs.OtherResponse, inSpan, "LIM-11", "⑤その他事故対応費用の支払限度額", "other incident response costs sublimit", 0},
		{"recurrence-prevention", "costs.recurrencePrevention", c.Costs.RecurrencePrevention, inSpan, "LIM-12", "⑥再発防止費用の支払限度額", "recurrence prevention costs sublimit", 0},
		{"litigation", "litigation", c.Litigation, orNotStated, "LIM-13", "⑦訴訟対応費用の支払限度額", "litigation response costs limit", standard.Litigation},
		{"reputational", "costs.reputational", c.Costs.Reputational, inSpan, "LIM-14", "風評被害拡大防止の費用の支払限度額", "reputational response costs sublimit", 0},
		{"overall", "costs.overall", c.Costs.Overall, overall, "LIM-16", "事故対応費用全体の支払限度額", "aggregate limit for incident response costs", most},
		{name: "custody", path: "custody", chosen: c.Custody},
		{name: "malfunction", path: "malfunction", chosen: c.Malfunction},
		{name: "regulatory", path: "regulatory", chosen: c.Regulatory},
	}
}

// refer2024 returns the referrals and the notes for the choices of a policy.
// A sublimit that the reading of the limits ignores is referred all the same:
// the applicant asks for it.
func refer2024(c limits.Choices, r limits.Readings) (referrals []Referral, notes []clause.Note) {
	least, most := limits.JISA2024CostSpan()
	printedJA, printedEN := rangeText(language.Japanese, least, most), rangeText(language.English, least, most)
	refer := func(id clause.ID, ja, en string) {
		referrals = append(referrals, Referral{id, ja + "保険料は、取扱代理店にご確認ください。", en + " Ask the agent for the premium."})
	}
	var flagged []choice2024
	for _, x := range choices2024(c, r) {
		amountJA, amountEN := x.chosen.String(), x.chosen.Text(language.English)
		switch {
		case x.priced == byEndorsement, x.priced != atStandard && x.chosen == 0:
		case x.priced != inSpan && x.chosen != x.standard:
			refer(x.clause, x.ja+amountJA+"は、標準的な設定（"+x.standard.String()+"）と異なります。",
				"The "+x.en+" of "+amountEN+" is not the standard "+x.standard.Text(language.English)+".")
		case x.priced == inSpan && (x.chosen < least || x.chosen > most):
			refer(x.clause, x.ja+amountJA+"は、パンフレットに記載の範囲（"+printedJA+"）の外です。",
				"The "+x.en+" of "+amountEN+" is outside the printed range of "+printedEN+".")
		case x.priced == inSpan:
			flagged = append(flagged, x)
		}
	}
	if c.Declared != (yen.Ratio{}) {
		refer("LIM-19", "ご申告売上高の不足による保険金の削減（"+c.Declared.String()+"）は、標準的な設定にありません。",
			"The standard setting has no reduction for under-declared sales ("+c.Declared.String()+").")
	}
	if len(flagged) > 0 {
		ja, en := make([]string, len(flagged)), make([]string, len(flagged))
		for i, x := range flagged {
			ja[i], en[i] = x.ja, x.en
		}
		notes = append(notes, clause.Note{Clause: "QUO-00",
			JA: "標準的な設定では、次の支払限度額は範囲（" + printedJA + "）のみが示されています：" + strings.Join(ja, "、") + "。保険料が変わることがあります。",
			EN: "The standard setting states only a range of " + printedEN + " for these limits: " + strings.Join(en, "; ") + ". The premium may differ.",
		})
	}
	return referrals, notes
}

// choiceError2024 returns an error of package limits with the path of the choice.
func choiceError2024(err error) error {
	e := (*limits.Error)(nil)
	if !errors.As(err, &e) {
		return err
	}
	name, input, _ := strings.Cut(e.Input, " ")
	path := "choices"
	if name == "declared" {
		path += ".declared"
	}
	for _, x := range choices2024(limits.Choices{}, limits.Readings{}) {
		if x.name == name {
			path += "." + x.path
		}
	}
	return &Error{Func: "Record", Path: path, Input: input, Err: e.Err}
}
