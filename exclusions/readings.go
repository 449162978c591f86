// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import "strconv"

// Readings says how the places of the 2024 edition are read that its source
// leaves open, so far as they are about exclusions and endorsements. The zero
// Readings is the default of the edition. Readings are comparable.
//
// Readings A13 to A16 and A19 are about what is covered in the first place,
// and stand with the insuring agreements.
type Readings struct {
	Start    Start    // A9
	Insureds Insureds // A17
	Delivery Delivery // A18
	Reach    Reach    // A18b
	Property Property // A20
}

// Start is reading A9: the start at which a circumstance must be known to be
// excluded. It chooses the facts about which EXC-05 asks. The zero Start is
// OwnStart.
type Start uint8

const (
	OwnStart   Start = iota // of this member's own period, anew every year
	FirstStart              // of the first of the unbroken periods
)

// String returns the name of the reading.
func (r Start) String() string { return name(uint8(r), "own start", "first start") }

// Insureds is reading A17: how additional insureds come into the contract.
// The zero Insureds is Attached.
type Insureds uint8

const (
	Attached Insureds = iota // by an endorsement that is attached
	BuiltIn                  // always
)

// String returns the name of the reading.
func (r Insureds) String() string { return name(uint8(r), "attached", "built in") }

// Delivery is reading A18: what the one-month post-delivery endorsement gives
// back. Work that was never delivered stays excluded in both, by EXC-17a.
// The zero Delivery is WithinMonth.
type Delivery uint8

const (
	WithinMonth  Delivery = iota // what arose within the month, if nothing arose before delivery
	UntilMonthUp                 // what arose before delivery, too
)

// String returns the name of the reading.
func (r Delivery) String() string { return name(uint8(r), "within the month", "until the month is up") }

// Reach is reading A18b: the covers in which the two delivery exclusions stand,
// and with them what the endorsement gives back. The zero Reach is AllCovers.
type Reach uint8

const (
	AllCovers     Reach = iota // liability and costs
	LiabilityOnly              // liability alone
)

// String returns the name of the reading.
func (r Reach) String() string { return name(uint8(r), "all covers", "liability only") }

// Property is reading A20: what becomes of damage to property, about which the
// printed list is silent, where no endorsement answers. The zero Property is
// LeftOpen.
type Property uint8

const (
	LeftOpen Property = iota // open until a person decides by the policy conditions
	LeftOut                  // excluded
	Included                 // covered as any other loss
)

// String returns the name of the reading.
func (r Property) String() string { return name(uint8(r), "left open", "left out", "included") }

func name(r uint8, names ...string) string {
	if int(r) < len(names) {
		return names[r]
	}
	return "%!reading(" + strconv.Itoa(int(r)) + ")"
}

// check returns an error that names the first reading that is none.
func (r Readings) check() error {
	for _, bad := range []struct {
		is    bool
		input string
	}{
		{r.Start > FirstStart, "A9 " + r.Start.String()},
		{r.Insureds > BuiltIn, "A17 " + r.Insureds.String()},
		{r.Delivery > UntilMonthUp, "A18 " + r.Delivery.String()},
		{r.Reach > LiabilityOnly, "A18b " + r.Reach.String()},
		{r.Property > Included, "A20 " + r.Property.String()},
	} {
		if bad.is {
			return &Error{Func: "JISA2024", Input: bad.input, Err: ErrReading}
		}
	}
	return nil
}
