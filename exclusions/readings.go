// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import "strconv"

// Readings selects an interpretation of the brochure of the 2024 edition wherever
// it is open on exclusions and endorsements. The zero Readings is the default of
// the edition. Readings are comparable.
//
// Readings A13 to A16 and A19 concern the insuring agreements and are not among
// these.
type Readings struct {
	Start    Start    // A9
	Insureds Insureds // A17
	Delivery Delivery // A18
	Reach    Reach    // A18b
	Property Property // A20
	Rights   Rights   // A29
}

// Start is reading A9: the policy period at whose start a circumstance must be
// known to be excluded. It selects the facts that EXC-05 names. The zero Start is
// OwnStart.
type Start uint8

const (
	OwnStart   Start = iota // the member's current period, anew every year
	FirstStart              // the first period of the member's continuous cover
)

// String returns the name of the reading.
func (r Start) String() string { return name(uint8(r), "own start", "first start") }

// Insureds is reading A17: whether additional insureds need an endorsement. The
// zero Insureds is Attached.
type Insureds uint8

const (
	Attached Insureds = iota // only if the endorsement is attached
	BuiltIn                  // insured in any case: JISA2024 attaches the endorsement
)

// String returns the name of the reading.
func (r Insureds) String() string { return name(uint8(r), "attached", "built in") }

// Delivery is reading A18: the claims for which the one-month post-delivery
// endorsement restores cover. It never restores cover for work that was never
// delivered. The zero Delivery is WithinMonth.
type Delivery uint8

const (
	WithinMonth  Delivery = iota // claims made or known to be likely within the month, and neither made nor known to be likely before delivery
	UntilMonthUp                 // claims made or known to be likely at any time until the month is up
)

// String returns the name of the reading.
func (r Delivery) String() string { return name(uint8(r), "within the month", "until the month is up") }

// Reach is reading A18b: the cover to which EXC-17 applies, and with it the
// post-delivery endorsement. EXC-17a concerns liability in both readings. The
// zero Reach is AllCovers.
type Reach uint8

const (
	AllCovers     Reach = iota // liability and costs
	LiabilityOnly              // liability only
)

// String returns the name of the reading.
func (r Reach) String() string { return name(uint8(r), "all covers", "liability only") }

// Property is reading A20: whether the basic cover includes damages for property
// damage, or for the damage, loss, theft or obtaining by fraud of property in
// care, custody or control. The list in the brochure names neither. The reading
// concerns damages only, never costs. The zero Property is LeftOpen.
type Property uint8

const (
	LeftOpen Property = iota // open until a person decides on the policy conditions
	LeftOut                  // excluded
	Included                 // covered like any other loss: there is no OPEN-01
)

// String returns the name of the reading.
func (r Property) String() string { return name(uint8(r), "left open", "left out", "included") }

// Rights is reading A29: whether the exception to EXC-10 for personality rights
// and copyright includes design rights, trademarks and domain names. The zero
// Rights is WithCopyright.
type Rights uint8

const (
	WithCopyright Rights = iota // included: covered as copyright is
	OtherProperty               // not included: excluded as other intellectual property is
)

// String returns the name of the reading.
func (r Rights) String() string { return name(uint8(r), "with copyright", "other property") }

func name(r uint8, names ...string) string {
	if int(r) < len(names) {
		return names[r]
	}
	return "%!reading(" + strconv.Itoa(int(r)) + ")"
}

// check returns an error that names the first unknown reading.
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
		{r.Rights > OtherProperty, "A29 " + r.Rights.String()},
	} {
		if bad.is {
			return &Error{Func: "JISA2024", Input: bad.input, Err: ErrReading}
		}
	}
	return nil
}
