// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"math"
	"reflect"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// texts are the types that write themselves as a text, a number or an object of
// words. A pattern can stand in every dialect of regular expressions that is in use.
func texts() map[reflect.Type]schema {
	const (
		whole = `(0|-?[1-9][0-9]*)`
		ratio = `-?(0|[1-9][0-9]*)((\.[0-9]?[1-9])?%|/[1-9][0-9]*)`
		day   = `[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])`
		hour  = day + ` ([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?`
		name  = `[a-z0-9]+(-[a-z0-9]+)*`
		ident = `[a-z][a-z0-9-]{0,63}`
		part  = `(not |\()*` + name + `\)*` // of a condition
	)
	return map[reflect.Type]schema{
		reflect.TypeFor[yen.Amount](): bounded(schema{
			Description: "An amount in whole yen. In quotes, it is for readers that would lose digits of a number.",
			Examples:    []any{100000000, "100000000", -5}, Type: []string{"integer", "string"}, Pattern: `^` + whole + `$`,
		}),
		reflect.TypeFor[yen.Figure](): bounded(schema{
			Description: "An amount in whole yen that may not be known yet: null is unknown.",
			Examples:    []any{100000000, "100000000", nil}, Type: []string{"integer", "string", "null"}, Pattern: `^` + whole + `$`,
		}),
		reflect.TypeFor[yen.Ratio](): {
			Description: "An exact ratio: a percentage if two decimal places are exact, or else a fraction.",
			Examples:    []any{"90%", "12.5%", "109/152"}, Type: "string", Pattern: `^` + ratio + `$`,
		},
		reflect.TypeFor[yen.Rounding](): {
			Description: "How an amount is rounded, and to multiples of what.",
			Examples:    []any{"half up to 10円", "down to 1円"}, Type: "string",
			Pattern: `^(down|half up|half even|up) to [1-9][0-9]{0,2}(,[0-9]{3})*円$`,
		},
		reflect.TypeFor[option.Value](): bounded(schema{
			Description: "What is stated of an option: an amount in whole yen, a ratio, the name of an option, or that times a ratio. Null states nothing.",
			Examples:    []any{100000000, "100000000", "90%", "liability", "liability * declared", nil},
			Type:        []string{"integer", "string", "null"},
			Pattern:     `^(` + whole + `|` + ratio + `|` + ident + `( \* ` + ident + `)?)$`,
		}),
		reflect.TypeFor[period.Date](): {
			Description: "A day in Japan. An empty text is no day.", Examples: []any{"2024-07-01", ""},
			Type: "string", Pattern: `^(` + day + `)?$`,
		},
		reflect.TypeFor[period.Instant](): {
			Description: "A second in Japan Standard Time. An empty text is no time.",
			Examples:    []any{"2024-07-01 16:00", "2024-07-01 16:00:30", ""}, Type: "string", Pattern: `^(` + hour + `)?$`,
		},
		reflect.TypeFor[period.Moment](): {
			Description: "A time in Japan as people know it: to the second, only to the day, or never if it is known that something has not happened. An empty text is unknown.",
			Examples:    []any{"2024-07-01 16:00", "2024-07-01", "never", ""}, Type: "string", Pattern: `^(never|` + day + `|` + hour + `)?$`,
		},
		reflect.TypeFor[period.Period](): {
			Description: "The time from a start up to an end, which it does not contain, in Japan Standard Time. An empty text is no time at all.",
			Examples:    []any{"2024-07-01 16:00 - 2025-07-01 16:00", ""}, Type: "string", Pattern: `^(` + hour + ` - ` + hour + `)?$`,
		},
		reflect.TypeFor[period.Span](): {
			Description: "A length of time in calendar months or days, to the end of its last day or to the time of day at which it begins.",
			Examples:    []any{"12 months", "180 days", "12 months to the moment", ""}, Type: "string",
			Pattern: `^(([1-9][0-9]{0,4}|100000) (months|days)( to the moment)?)?$`,
		},
		reflect.TypeFor[fact.Truth](): {
			Description: "Whether a statement is true.", Type: "string", Enum: words(fact.Unknown, fact.No, fact.Yes),
		},
		reflect.TypeFor[fact.Answer](): {
			Description: "The answer to a question, and where it came from.", Type: "string", Enum: words(
				fact.NotAsked, fact.StatedNo, fact.StatedYes, fact.Disputed, fact.NotKnown, fact.AssumedNo, fact.AssumedYes),
		},
		reflect.TypeFor[fact.Set](): {
			Description: "The answers by fact: what somebody said, or a default answer if nobody was asked. A fact that is not here is unknown.",
			Examples:    []any{map[string]string{"fire": "not-known", "war": "assumed-no"}},
			Type:        "object", MaxProperties: fact.Most,
			PropertyNames: &schema{Pattern: `^` + name + `$`, MaxLength: 64},
			Additional: &schema{Type: "string", Enum: words(
				fact.NotAsked, fact.StatedNo, fact.StatedYes, fact.Disputed, fact.NotKnown, fact.AssumedNo, fact.AssumedYes)},
		},
		reflect.TypeFor[exclusions.Cond](): {
			Description: "A condition: the names of facts, with not, and, or and parentheses; always and never stand for those without facts. And and or are mixed only with parentheses.",
			Examples:    []any{"late-completion and not (fire or explosion)", "always"}, Type: "string",
			Pattern: `^` + part + `( (and|or) ` + part + `)*$`, MaxLength: 131072,
		},
		reflect.TypeFor[coverage.Verdict](): {
			Description: "What an item or a claim comes to.", Type: "string", Enum: words(coverage.Open, coverage.Covered, coverage.Payable,
				coverage.Excluded, coverage.OutsidePeriod, coverage.NotCovered, coverage.NothingPayable),
		},
		reflect.TypeFor[coverage.History](): {
			Description: "What the claims under a policy were decided and paid, as lines of text that end with a check value. It is kept as it was written: what is changed or cut short is refused. An empty text is the history of no claim.",
			Examples:    []any{""}, Type: "string",
			Pattern: `^(history 1 [^\n]+\nheads [^\n]*\n((claim|certain|possible|part|series) [^\n]+\n)*check [0-9a-f]{16}\n)?$`,
		},
	}
}

func words[T interface{ String() string }](all ...T) []string {
	var s []string
	for _, x := range all {
		s = append(s, x.String())
	}
	return s
}

func bounded(s schema) schema {
	least, most := int64(math.MinInt64), int64(math.MaxInt64)
	s.Minimum, s.Maximum = &least, &most
	return s
}

// forms are the types that write an object by a form of their own, with that form.
func forms() map[reflect.Type]reflect.Type {
	return map[reflect.Type]reflect.Type{
		reflect.TypeFor[clause.Sheet]():        reflect.TypeFor[sheetForm](),
		reflect.TypeFor[coverage.Payment]():    reflect.TypeFor[paymentForm](),
		reflect.TypeFor[coverage.Assessment](): reflect.TypeFor[assessmentForm](),
	}
}

type sheetForm struct {
	Title struct {
		JA string `json:"ja" doc:"in Japanese"`
		EN string `json:"en" doc:"in English"`
	} `json:"title" doc:"of the worksheet"`
	Lines   []clause.Line `json:"lines" doc:"from first to last"`
	Total   yen.Amount    `json:"total" doc:"the running total after the last line"`
	Closing *closingForm  `json:"closing" doc:"the line under the rule, which repeats the total; null if there is none"`
	Notes   []clause.Note `json:"notes" doc:"from first to last"`
}

type closingForm struct {
	clause.Note
	Total yen.Amount `json:"total"`
}

type paymentForm struct {
	Due      yen.Amount `json:"due,omitzero"`
	Now      yen.Amount `json:"now,omitzero"`
	Overpaid yen.Amount `json:"overpaid,omitzero"`
	Parts    []partForm `json:"parts,omitzero" doc:"by head of loss"`
}

type partForm struct {
	Head limits.Head `json:"head"`
	limits.Part
}

type assessmentForm struct {
	Decision    coverage.Verdict       `json:"decision"`
	Least       yen.Amount             `json:"least"`
	Most        yen.Amount             `json:"most"`
	Exact       bool                   `json:"exact,omitzero"`
	Payment     coverage.Payment       `json:"payment"`
	Unstated    clause.ID              `json:"unstated,omitzero"`
	Undivided   []string               `json:"undivided,omitzero"`
	Items       []coverage.Result      `json:"items,omitempty" doc:"the results of the items, in the order of the claim"`
	Questions   []coverage.Need        `json:"questions,omitempty" doc:"what to ask, in this order"`
	Cuts        []limits.Cut           `json:"cuts,omitempty" doc:"what deductibles and limits take off"`
	Consents    []coverage.Consent     `json:"consents,omitempty" doc:"the conditions of payment of the items"`
	Deadlines   []coverage.Deadline    `json:"deadlines,omitempty" doc:"what is to be done by when"`
	Subrogation []coverage.Subrogation `json:"subrogation,omitempty" doc:"against each person that the claim names"`
	Sheet       clause.Sheet           `json:"sheet" doc:"the worksheet, from the amounts claimed to the amount payable"`
	History     coverage.History       `json:"history" doc:"of the policy after the claim; the one to keep"`
}

// versioned reports whether the form of a type has a version.
func versioned(t reflect.Type) bool {
	return slices.Contains([]reflect.Type{
		reflect.TypeFor[coverage.Application](), reflect.TypeFor[coverage.Claim](), reflect.TypeFor[coverage.Terms](),
		reflect.TypeFor[clause.Sheet](), reflect.TypeFor[coverage.Rules](),
	}, t)
}
