// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package sqlite holds tests that use the library as the system of an agency does, with
// a database. They are a module of their own, so that no importer of the library sees
// the database.
package sqlite
