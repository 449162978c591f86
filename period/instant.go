// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"cmp"
	"strings"
	"time"

	"github.com/baiseki/baiseki/fault"
)

// An Instant is a second in the years 1 to 9999 of Japan Standard Time.
// Instants are comparable with ==. The zero Instant represents no instant and
// sorts before all instants.
type Instant struct {
	seconds int64 // from the start of the year 1, plus one, so that 0 is the zero Instant
}

const (
	unixOfYear1     = -62_135_596_800 // of 0001-01-01 00:00 UTC
	unixOfYear10000 = 253_402_300_800 // of 10000-01-01 00:00 UTC
	ahead           = 9 * 60 * 60     // of UTC, in seconds
)

// instant returns the instant a number of seconds after the start of a day.
func instant(d Date, seconds int64) Instant {
	return Instant{d.number()*secondsOfDay + seconds - unixOfYear1 + 1}
}

// InstantOf returns the instant of t, which may be in any zone. It drops a
// fraction of a second, so 15:59:59.9 is before 16:00. It returns a [*fault.Error]
// with [fault.ErrDate] if t is outside the years 1 to 9999 in Japan.
func InstantOf(t time.Time) (Instant, error) {
	seconds := t.Unix() + ahead
	if seconds < unixOfYear1 || seconds >= unixOfYear10000 {
		return Instant{}, fail("InstantOf", t.UTC().Format(time.RFC3339), "", fault.ErrDate)
	}
	return Instant{seconds - unixOfYear1 + 1}, nil
}

// ParseInstant parses an instant in Japan Standard Time in the form
// 2024-07-01 16:00 or 2024-07-01 16:00:30. It returns a [*fault.Error] with
//   - [fault.ErrSyntax] if s has any other form,
//   - [fault.ErrDate] if the day or the time of day does not exist, such as 24:00.
func ParseInstant(s string) (Instant, error) {
	day, clock, ok := strings.Cut(s, " ")
	if !ok {
		return Instant{}, fail("ParseInstant", s, "", fault.ErrSyntax)
	}
	d, err := ParseDate(day)
	if err != nil {
		return Instant{}, whole("ParseInstant", s, err)
	}
	if len(clock) == len("00:00") {
		clock += ":00"
	}
	if len(clock) != len("00:00:00") || clock[2] != ':' || clock[5] != ':' {
		return Instant{}, fail("ParseInstant", s, "", fault.ErrSyntax)
	}
	hour, ok1 := digits(clock[:2])
	minute, ok2 := digits(clock[3:5])
	second, ok3 := digits(clock[6:])
	switch {
	case !ok1 || !ok2 || !ok3:
		return Instant{}, fail("ParseInstant", s, "", fault.ErrSyntax)
	case hour > 23 || minute > 59 || second > 59:
		return Instant{}, fail("ParseInstant", s, "", fault.ErrDate)
	}
	return instant(d, int64(hour*60+minute)*60+int64(second)), nil
}

// MustParseInstant is like [ParseInstant] but panics if s cannot be parsed. It
// is intended for instants written in source code.
func MustParseInstant(s string) Instant {
	i, err := ParseInstant(s)
	if err != nil {
		panic(err)
	}
	return i
}

// IsZero reports whether i is the zero Instant.
func (i Instant) IsZero() bool { return i == Instant{} }

// Compare returns -1, 0 or +1 as i is before, equal to or after j.
func (i Instant) Compare(j Instant) int { return cmp.Compare(i.seconds, j.seconds) }

// Date returns the day in Japan that contains i, or the zero Date for the zero
// Instant.
func (i Instant) Date() Date {
	if i.IsZero() {
		return Date{}
	}
	d, _ := ofNumber(i.day())
	return d
}

// day returns the number of the day that contains i, as [Date.number] counts.
func (i Instant) day() int64 { return (i.seconds-1)/secondsOfDay + unixOfYear1/secondsOfDay }

// Unix returns the instant as a number of seconds since 1 January 1970 UTC, as
// [time.Time.Unix] does, for the zero Instant a number before every other.
func (i Instant) Unix() int64 { return i.seconds - 1 + unixOfYear1 - ahead }

// Time returns the instant as a [time.Time] in a fixed zone named JST, or the
// zero Time for the zero Instant.
func (i Instant) Time() time.Time {
	if i.IsZero() {
		return time.Time{}
	}
	return time.Unix(i.seconds-1+unixOfYear1-ahead, 0).In(time.FixedZone("JST", ahead))
}

// String returns the instant in the form 2024-07-01 16:00, or
// 2024-07-01 16:00:30 if the seconds are not 0, and "" for the zero Instant.
func (i Instant) String() string {
	if i.IsZero() {
		return ""
	}
	return i.Date().String() + " " + i.clock()
}

// MarshalText returns [Instant.String].
func (i Instant) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// UnmarshalText parses b as [ParseInstant] does; an empty text gives the zero
// Instant. On error it leaves i unchanged.
func (i *Instant) UnmarshalText(b []byte) error { return unmarshal(i, b, ParseInstant) }

// civil returns a time whose fields read as the time in Japan.
func (i Instant) civil() time.Time { return time.Unix(i.seconds-1+unixOfYear1, 0).UTC() }

// clock returns the time of day.
func (i Instant) clock() string {
	if t := i.civil(); t.Second() != 0 {
		return t.Format("15:04:05")
	}
	return i.civil().Format("15:04")
}
