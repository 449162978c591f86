// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package checks holds tests of the module as a whole: that a change of the
// API shows in review, that everything exported is documented and has an
// example, that packages import only what they may, that every exported type
// reads back what it writes and has no method that panics, that the JSON Schemas
// and the readers agree, that what an older version stored is read, and that a case in
// testdata notices when any number or date of an edition moves by one unit.
// They look at whatever packages there are and name only the ones that the
// layout of the module singles out, and the exported types.
package checks
