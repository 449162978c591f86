// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"testing"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/period"
)

// TestStored stores times, and refuses what has no form.
func TestStored(t *testing.T) {
	p := period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00")
	schedule, err := period.NewSchedule(period.Calendar{})
	if err == nil {
		t.Fatal("the zero calendar makes a schedule")
	}
	cases.Stored(t, period.MustParseDate("2024-07-01"), p.Start(), period.At(p.Start()), period.Never(), period.Moment{}, p,
		period.Months(3), period.Calendar{}, period.Membership{}, schedule)
	var s period.Schedule
	if s.UnmarshalJSON(nil) == nil {
		t.Error("read what has no form")
	}
}
