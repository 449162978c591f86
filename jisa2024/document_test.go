// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/jisa2024"
)

var documents sync.Map // the schemes that were read, by their readings

// readEdition returns the scheme of the 2024 edition and, in TestDocumentCases, that of its
// document.
func readEdition(t testing.TB, readings ...coverage.Reading) coverage.Scheme {
	t.Helper()
	of := strings.HasPrefix(t.Name(), "TestDocument")
	key := fmt.Sprint(of, readings)
	if s, ok := documents.Load(key); ok {
		return s.(coverage.Scheme)
	}
	s, err := jisa2024.New(readings...)
	if of {
		s, err = coverage.ReadScheme(bytes.NewReader(document(t, readings...)))
	}
	if err != nil {
		t.Fatal(err)
	}
	documents.Store(key, s)
	return s
}

// document returns the edition as a document.
func document(t testing.TB, readings ...coverage.Reading) []byte {
	t.Helper()
	rules, err := jisa2024.Rules(readings...)
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(rules)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestDocument writes the edition, reads it and writes it again, under each reading.
func TestDocument(t *testing.T) {
	for _, reading := range append(allReadings, "") {
		b := document(t, readings(reading)...)
		rules, err := jisa2024.Rules(readings(reading)...)
		if err != nil {
			t.Fatal(err)
		}
		var back coverage.Rules
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatal(reading, err)
		}
		if !reflect.DeepEqual(back, rules) {
			t.Errorf("%s: the rules are read as others", reading)
		}
		if s := readEdition(t, readings(reading)...); !reflect.DeepEqual(s.Rules(), rules) {
			t.Errorf("%s: the scheme has other rules", reading)
		}
		if again, err := json.Marshal(back); err != nil || !bytes.Equal(again, b) {
			t.Errorf("%s: written again, the document is another %v", reading, err)
		}
	}
}

// TestDocumentCases runs the cases of the edition on its document.
func TestDocumentCases(t *testing.T) {
	t.Run("claims", TestCases)
	t.Run("quotes", TestCasesQuotes)
	t.Run("wording", TestCasesWording)
}

// BenchmarkDocument writes the document of the edition, and reads it.
func BenchmarkDocument(b *testing.B) {
	text := document(b)
	rules, err := jisa2024.Rules()
	if err != nil {
		b.Fatal(err)
	}
	b.Run("write", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			if _, err := json.Marshal(rules); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("read", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			var back coverage.Rules
			if err := json.Unmarshal(text, &back); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			if _, err := coverage.New(rules); err != nil {
				b.Fatal(err)
			}
		}
	})
}
