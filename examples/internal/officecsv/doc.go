// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package officecsv reads and writes CSV files as offices in Japan keep them: in UTF-8
// with or without a byte order mark or in Shift_JIS, with commas or tabs, under headers in
// Japanese or English in any order. It is small, to be copied.
//
// A fault in a row is an [Error] with its line, its column and its reason in both
// languages, and the rows after it can be read. Fields, rows and files are bounded.
//
// Shift_JIS is that of Windows (CP932).
package officecsv
