// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
)

// text returns the result for people who read the language.
func (r result) text(lang language.Tag) string {
	form := "JISA 2024  申込日 %s（%s、%dか月）\n保険期間  %s\n売上高    %s\n保険料    %s（概算）\n\n%s"
	if lang == language.English {
		form = "JISA 2024, applied on %s (%s, months: %d)\nPeriod:   %s\nSales:    %s\nPremium:  %s (indicative)\n\n%s"
	}
	return fmt.Sprintf(form, r.Applied.Text(lang), r.Membership.Entry.Text(lang), r.Membership.Months,
		r.Membership.Period.Text(lang), r.Quote.Sales.Text(lang), r.Quote.Total.Text(lang), r.Sheet.Text(lang))
}

// explain returns an error as one line. What a person must be told is in the
// language; a slip in the input is in English.
func explain(err error, lang language.Tag) string {
	if r, ok := errors.AsType[*period.Refusal](err); ok {
		return r.Text(lang)
	}
	if r, ok := errors.AsType[*premium.Referral](err); ok {
		return r.Text(lang)
	}
	return strings.Join(strings.Fields(err.Error()), " ")
}

// parse returns a flag's function that sets v to what read makes of its text.
func parse[V any](v *V, read func(string) (V, error)) func(string) error {
	return func(s string) (err error) {
		*v, err = read(s)
		return err
	}
}

func parseProrata(s string) (premium.TermReading, error) {
	switch s {
	case "monthly":
		return premium.ByMonths, nil
	case "daily":
		return premium.ByDays, nil
	case "short-rate":
		return premium.ByShortRate, nil
	case "annual":
		return premium.ByFullYear, nil
	}
	return 0, errors.New("one of monthly, daily, short-rate, annual is wanted")
}

func parseLanguage(s string) (language.Tag, error) {
	switch s {
	case "ja":
		return language.Japanese, nil
	case "en":
		return language.English, nil
	}
	return language.Tag{}, errors.New("ja or en is wanted")
}
