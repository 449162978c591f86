// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package option holds what a scheme lets a policy state by name, such as its
// limits, its deductible, a number of persons or a class of industry, and what a
// policy states.
//
// A [Row] describes one option: its unit, what may be stated, what applies if the
// policy states nothing, and how the tariff prices it. A [Table] lists the options
// of a scheme. A policy states [Values] by id, and [Table.Settle] checks them and
// fills in the rest. A rule, such as a limit, refers to an option by a [Value]
// that is the name of the option: see [Of].
//
// All values are plain data with a JSON form, safe for concurrent use as long as
// nobody changes a map or a slice.
package option
