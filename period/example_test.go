// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"errors"
	"fmt"
	"time"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/period"
)

// A member applies in September and is covered from the first of October.
func ExampleYear_Join() {
	edition := period.JISA2024(period.Readings{})
	m, err := edition.Join(period.MustParseDate("2024-09-10"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(m, m.Entry)
	fmt.Println(m.Months, "months,", m.Days, "of", m.YearDays, "days")
	// Output:
	// 2024-10-01 00:00 - 2025-07-01 16:00 mid-term
	// 9 months, 273 of 365 days
}

// A refusal carries the date that the applicant has to be told.
func ExampleYear_Join_refused() {
	edition := period.JISA2024(period.Readings{})
	_, err := edition.Join(period.MustParseDate("2024-05-01"))
	if r, ok := errors.AsType[*period.Refusal](err); ok {
		fmt.Println(errors.Is(r, period.ErrNotOpen), r.Date)
		fmt.Println(r.Text(language.Japanese))
		fmt.Println(r.Text(language.English))
	}
	// Output:
	// true 2024-05-07
	// 募集開始前です。2024年5月7日からお申し込みいただけます。
	// Enrolment is not open yet. It opens on 7 May 2024.
}

// A reading is chosen when the edition is made.
func ExampleJISA2024() {
	applied := period.MustParseDate("2024-06-15")
	_, err := period.JISA2024(period.Readings{AfterWindow: period.AfterWindowRefused}).Join(applied)
	fmt.Println(err)
	m, _ := period.JISA2024(period.Readings{}).Join(applied)
	fmt.Println(m.Entry.Text(language.English))
	// Output:
	// period: 2024-06-15: enrolment has closed: applications are taken again from 2024-07-01
	// applied after the window; the agent must accept
}

func ExampleRefusal() {
	_, err := period.JISA2024(period.Readings{}).Join(period.MustParseDate("2025-07-15"))
	fmt.Println(errors.Is(err, period.ErrEnded))
	fmt.Println(err)
	// Output:
	// true
	// period: 2025-07-15: the edition has ended: last day 2025-07-01
}

// The last day to apply for cover on a wanted day.
func ExampleYear_ApplyBy() {
	edition := period.JISA2024(period.Readings{})
	for _, wanted := range []string{"2024-07-01", "2024-11-20"} {
		fmt.Println(edition.ApplyBy(period.MustParseDate(wanted)))
	}
	// Output:
	// 2024-06-14 <nil>
	// 2024-10-31 <nil>
}

func ExampleYear_ResponsePeriod() {
	edition := period.JISA2024(period.Readings{})
	p, _ := edition.ResponsePeriod(period.MustParseInstant("2024-08-10 10:00"))
	fmt.Println(p)
	// Output:
	// 2024-08-10 10:00 - 2025-08-11 00:00
}

func ExampleYear_DeliveryEnd() {
	edition := period.JISA2024(period.Readings{})
	fmt.Println(edition.DeliveryEnd(period.MustParseDate("2025-01-31")))
	// Output:
	// 2025-03-01 00:00 <nil>
}

// Another scheme is other data.
func ExampleYear() {
	scheme := period.Year{
		Base:   period.MustParse("2026-04-01 00:00 - 2027-04-01 00:00"),
		Opens:  period.MustParseDate("2026-02-01"),
		Closes: period.MustParseDate("2026-03-20"),
	}
	fmt.Println(scheme.Check())
	fmt.Println(scheme.Join(period.MustParseDate("2026-12-24")))
	// Output:
	// <nil>
	// 2027-01-01 00:00 - 2027-04-01 00:00 <nil>
}

func ExampleReadings() {
	edition := period.JISA2024(period.Readings{LastDay: period.LastDayCovered})
	m, _ := edition.Join(period.MustParseDate("2025-06-02"))
	fmt.Println(m, m.Months)
	// Output:
	// 2025-07-01 00:00 - 2025-07-01 16:00 1
}

func ExampleAfterWindowReading() {
	edition := period.JISA2024(period.Readings{AfterWindow: period.AfterWindowStartsWithBase})
	m, _ := edition.Join(period.MustParseDate("2024-06-15"))
	fmt.Println(m.Period.Start(), m.Entry)
	// Output:
	// 2024-07-01 16:00 after-window
}

func ExampleLastDayReading() {
	edition := period.JISA2024(period.Readings{LastDay: period.LastDayRefused})
	_, err := edition.Join(period.MustParseDate("2025-06-02"))
	fmt.Println(errors.Is(err, period.ErrTooLate))
	// Output:
	// true
}

func ExampleResponseReading() {
	edition := period.JISA2024(period.Readings{Response: period.ResponseToMoment})
	p, _ := edition.ResponsePeriod(period.MustParseInstant("2024-08-10 10:00"))
	fmt.Println(p.End())
	// Output:
	// 2025-08-10 10:00
}

func ExampleMembership() {
	var none period.Membership
	fmt.Printf("%q\n", none)
	m, _ := period.JISA2024(period.Readings{}).Join(period.MustParseDate("2024-06-03"))
	fmt.Println(m.Period.Text(language.English))
	// Output:
	// ""
	// from 1 July 2024 16:00 to 1 July 2025 16:00 (JST)
}

func ExampleEntry() {
	fmt.Println(period.MidTerm, period.MidTerm.Text(language.Japanese))
	// Output:
	// mid-term 中途加入
}

func ExampleExpiry() {
	year := period.Years(1)
	for _, from := range []string{"2024-08-10", "2023-02-28", "2024-02-29"} {
		fmt.Println(period.Expiry(period.MustParseDate(from), year))
	}
	// Output:
	// 2025-08-11 00:00 <nil>
	// 2024-03-01 00:00 <nil>
	// 2025-03-01 00:00 <nil>
}

func ExampleSpan() {
	fmt.Println(period.Years(1) == period.Months(12), period.Days(180))
	// Output:
	// true 180 days
}

func ExampleYears() {
	fmt.Println(period.Expiry(period.MustParseDate("2024-12-31"), period.Years(1)))
	// Output:
	// 2026-01-01 00:00 <nil>
}

func ExampleMonths() {
	fmt.Println(period.Expiry(period.MustParseDate("2025-01-30"), period.Months(1)))
	// Output:
	// 2025-03-01 00:00 <nil>
}

func ExampleDays() {
	fmt.Println(period.Expiry(period.MustParseDate("2024-12-31"), period.Days(1)))
	// Output:
	// 2025-01-02 00:00 <nil>
}

func ExampleDate() {
	d := period.MustParseDate("2024-07-01")
	fmt.Println(d, d.Text(language.Japanese), d.Text(language.English))
	fmt.Println(d.DaysUntil(period.MustParseDate("2025-07-01")))
	fmt.Println(period.Date{}.IsZero())
	// Output:
	// 2024-07-01 2024年7月1日 1 July 2024
	// 365
	// true
}

func ExampleNewDate() {
	_, err := period.NewDate(2025, time.February, 29)
	fmt.Println(err)
	// Output:
	// period.NewDate: "2025-2-29": no such date or time
}

func ExampleParseDate() {
	d, err := period.ParseDate("2024-02-29")
	fmt.Println(d, err)
	_, err = period.ParseDate("2024-2-29")
	fmt.Println(errors.Is(err, period.ErrSyntax))
	// Output:
	// 2024-02-29 <nil>
	// true
}

// One moment is one Instant, in whatever zone it was noted.
func ExampleInstantOf() {
	utc, _ := period.InstantOf(time.Date(2024, time.July, 1, 7, 0, 0, 0, time.UTC))
	fmt.Println(utc, utc == period.MustParseInstant("2024-07-01 16:00"))
	// Output:
	// 2024-07-01 16:00 true
}

func ExampleInstant() {
	i := period.MustParseInstant("2024-07-01 16:00")
	fmt.Println(i, i.Date(), i.Time().Format(time.RFC3339))
	// Output:
	// 2024-07-01 16:00 2024-07-01 2024-07-01T16:00:00+09:00
}

func ExampleParseInstant() {
	fmt.Println(period.ParseInstant("2024-07-01 15:59:59"))
	_, err := period.ParseInstant("2024-07-01 24:00")
	fmt.Println(err)
	// Output:
	// 2024-07-01 15:59:59 <nil>
	// period.ParseInstant: "2024-07-01 24:00": no such date or time
}

func ExampleNew() {
	start := period.MustParseDate("2024-10-01").Start()
	end, _ := period.MustParseDate("2025-07-01").Clock(16, 0)
	fmt.Println(period.New(start, end))
	_, err := period.New(end, start)
	fmt.Println(errors.Is(err, period.ErrOrder))
	// Output:
	// 2024-10-01 00:00 - 2025-07-01 16:00 <nil>
	// true
}

func ExampleParse() {
	p, err := period.Parse("2024-07-01 16:00 - 2025-07-01 16:00")
	fmt.Println(p.Start(), p.End(), err)
	// Output:
	// 2024-07-01 16:00 2025-07-01 16:00 <nil>
}

// A period contains its start and not its end.
func ExamplePeriod() {
	p := period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00")
	for _, at := range []string{"2024-07-01 15:59", "2024-07-01 16:00", "2025-07-01 15:59", "2025-07-01 16:00"} {
		fmt.Println(at, p.Contains(period.MustParseInstant(at)))
	}
	// Output:
	// 2024-07-01 15:59 false
	// 2024-07-01 16:00 true
	// 2025-07-01 15:59 true
	// 2025-07-01 16:00 false
}

// A claim that is dated to the day only: on a day that a boundary divides, the
// hour has to be asked for.
func ExamplePeriod_On() {
	p := period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00")
	for _, day := range []string{"2024-06-30", "2024-07-01", "2024-07-02"} {
		fmt.Println(day, p.On(period.MustParseDate(day)))
	}
	// Output:
	// 2024-06-30 before
	// 2024-07-01 unclear
	// 2024-07-02 inside
}

func ExamplePosition() {
	p := period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00")
	fmt.Println(p.At(period.Instant{}), p.At(p.Start()), p.At(p.End()))
	// Output:
	// unclear inside after
}

func ExampleError() {
	_, err := period.Parse("2025-07-01 16:00 - 2024-07-01 16:00")
	if e, ok := errors.AsType[*period.Error](err); ok {
		fmt.Println(e.Func, e.Err)
	}
	// Output:
	// Parse end is not after start
}
