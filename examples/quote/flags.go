// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"errors"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/jisa2024"
)

// parse returns the function of a flag, which sets v to what read returns for its
// text.
func parse[V any](v *V, read func(string) (V, error)) func(string) error {
	return func(s string) (err error) {
		*v, err = read(s)
		return err
	}
}

func parseProrata(s string) (coverage.Reading, error) {
	switch s {
	case "monthly":
		return jisa2024.MidTermByMonths, nil
	case "daily":
		return jisa2024.MidTermByDays, nil
	case "short-rate":
		return jisa2024.MidTermByShortRate, nil
	case "annual":
		return jisa2024.MidTermFullYear, nil
	}
	return "", errors.New("must be monthly, daily, short-rate or annual")
}

func parseBasis(s string) (string, error) {
	if s != jisa2024.ITServicesSales && s != jisa2024.TotalSales {
		return "", errors.New("must be it-services or total")
	}
	return s, nil
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
