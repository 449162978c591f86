// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"cmp"
	"time"

	"github.com/baiseki/baiseki/fault"
)

// An Instant is a second in the years 1 to 9999 of Japan Standard Time.
// Instants are comparable with ==. The zero Instant represents no instant and
// sorts before all instants.
type Instant struct {
	seconds int64 // from the start of the year 1, plus one, so that 0 is the zero Instant
}

const ahead = 9 * 60 * 60 // of UTC, in seconds

// InstantOf returns the instant of t, which may be in any zone. It drops a
// fraction of a second, so 15:59:59.9 is before 16:00. It returns a [*fault.Error]
// with [fault.ErrDate] if t is outside the years 1 to 9999 in Japan.
func InstantOf(t time.Time) (Instant, error) {
	seconds := t.Unix() + ahead - unixOfYear1 + 1
	if seconds < 1 || seconds > lastDay*secondsOfDay {
		return Instant{}, fail("InstantOf", t.UTC().Format(time.RFC3339), "", fault.ErrDate)
	}
	return Instant{seconds}, nil
}

// ParseInstant parses an instant in Japan Standard Time as people write it: a date
// for [ParseDate] and a time of day,
//
//	2024-07-01 16:00   2024-07-01 16:00:30   2024-07-01T16:00   2024年7月1日 午後4時
//	令和6年7月1日16時30分   2024/7/1 午前9:05
//
// It accepts every text of [Instant.String] and [Instant.Text]. It returns a
// [*fault.Error], which says what to write instead, with
//   - [fault.ErrDate] if the day or the time of day does not exist, such as 16:60, or
//     the time is 24:00 or 24時, which is 00:00 of the next day,
//   - [fault.ErrSyntax] if the hour can be read in two ways (午後12時) or s has any
//     other form, such as a day without a time, or is longer than 256 bytes.
func ParseInstant(s string) (Instant, error) {
	return parse("ParseInstant", s, exactInstant, (*reader).start, notInstant)
}

// exactInstant parses the text of [Instant.String].
func exactInstant(s string) (Instant, *fault.Reason) {
	n, ok := numbers(s, "0000-00-00 00:00:00")
	if !ok {
		n, ok = numbers(s, "0000-00-00 00:00")
	}
	if !ok {
		return Instant{}, fault.ErrSyntax
	}
	d, ok := civil(n[0], time.Month(n[1]), n[2])
	if hour, minute, second := n[3], n[4], n[5]; ok && hour <= 23 && minute <= 59 && second <= 59 {
		return Instant{d.Start().seconds + int64(hour*60+minute)*60 + int64(second)}, nil
	}
	return Instant{}, fault.ErrDate
}

// MustParseInstant is like [ParseInstant] but panics if s cannot be parsed. It
// is intended for instants written in source code.
func MustParseInstant(s string) Instant { return must(ParseInstant(s)) }

// IsZero reports whether i is the zero Instant.
func (i Instant) IsZero() bool { return i == Instant{} }

// Compare returns -1, 0 or +1 as i is before, equal to or after j.
func (i Instant) Compare(j Instant) int { return cmp.Compare(i.seconds, j.seconds) }

// Date returns the day in Japan that contains i, or the zero Date for the zero
// Instant.
func (i Instant) Date() Date { return Date{int32((i.seconds + secondsOfDay - 1) / secondsOfDay)} }

// Unix returns the instant as a number of seconds since 1 January 1970 UTC, as
// [time.Time.Unix] does, for the zero Instant a number before every other.
func (i Instant) Unix() int64 { return i.seconds - 1 + unixOfYear1 - ahead }

// Time returns the instant as a [time.Time] in a fixed zone named JST, or the
// zero Time for the zero Instant.
func (i Instant) Time() time.Time {
	if i.IsZero() {
		return time.Time{}
	}
	return time.Unix(i.Unix(), 0).In(time.FixedZone("JST", ahead))
}

// String returns the instant in the form 2024-07-01 16:00, or
// 2024-07-01 16:00:30 if the seconds are not 0, and "" for the zero Instant.
func (i Instant) String() string {
	if i.IsZero() {
		return ""
	}
	return i.civil().Format("2006-01-02 " + i.clock())
}

// MarshalText returns [Instant.String].
func (i Instant) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// UnmarshalText parses the text of [Instant.String], and no other form: what people
// write is for [ParseInstant]. An empty text gives the zero Instant. UnmarshalText
// returns the reasons of ParseInstant. On error it leaves i unchanged.
func (i *Instant) UnmarshalText(b []byte) error {
	return unmarshal(i, b, "Instant.UnmarshalText", "2024-07-01 16:00", exactInstant)
}

// civil returns a time whose fields read as the time in Japan.
func (i Instant) civil() time.Time { return time.Unix(i.seconds-1+unixOfYear1, 0).UTC() }

// clock returns the layout of the time of day.
func (i Instant) clock() string {
	if (i.seconds-1)%60 != 0 {
		return time.TimeOnly
	}
	return "15:04"
}
