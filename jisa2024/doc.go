// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package jisa2024 holds the 2024 edition of the JISA IT-liability (cyber) group
// scheme: every figure, clause, rule and question of the public brochure of May
// 2024, in files that follow its sections. The policy conditions prevail.
//
// [New] returns the scheme, under the default readings or others. [Calendar],
// [Tariff], [Options] with [Limits], and [Wording] return the part of one engine,
// under the default readings, for those who need only that. [Rules] returns all
// the data.
package jisa2024
