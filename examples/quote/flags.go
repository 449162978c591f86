// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"errors"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/premium"
)

// parse returns the function of a flag, which sets v to what read returns for its
// text.
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
	return 0, errors.New("must be monthly, daily, short-rate or annual")
}

func parseBasis(s string) (premium.Basis, error) {
	for b := premium.ITServices; b <= premium.TotalSales; b++ {
		if b.String() == s {
			return b, nil
		}
	}
	return 0, errors.New("must be it-services or total")
}

func parseYear(s string) (int, error) {
	year, err := strconv.Atoi(s)
	if err != nil || year < 1 || year > 9999 {
		return 0, errors.New("must be a year from 1 to 9999")
	}
	return year, nil
}

func parseLanguage(s string) (language.Tag, error) {
	switch s {
	case "ja":
		return language.Japanese, nil
	case "en":
		return language.English, nil
	}
	return language.Tag{}, errors.New("must be ja or en")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
