// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/examples/internal/whole"
	"github.com/baiseki/baiseki/fault"
)

// A store keeps a file for each policy in a folder.
type store struct {
	folder string
	scheme coverage.Scheme
	mu     sync.Mutex
}

// A file is the stored form of a policy: its terms, and its claims as they were entered, in
// the order in which they are assessed.
type file struct {
	Terms  coverage.Terms   `json:"terms"`
	Claims []coverage.Claim `json:"claims,omitempty"`
}

var (
	errNone  = errors.New("no such policy or claim")
	errThere = errors.New("there is one with this number already")
	errForm  = errors.New("the form cannot be read")
)

func open(folder string, scheme coverage.Scheme) (*store, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	probe, err := os.CreateTemp(folder, ".probe")
	if err != nil {
		return nil, err
	}
	return &store{folder: folder, scheme: scheme}, errors.Join(probe.Close(), os.Remove(probe.Name()))
}

// isNumber reports whether a number can be the name of a file: letters, digits and hyphens.
func isNumber(s string) bool {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"
	return s != "" && len(s) <= 40 && strings.Trim(s, letters) == "" && s[0] != '-'
}

// wrongNumber returns the error of a number with a character that a number may not have.
func wrongNumber(path, number string) error {
	return &fault.Error{
		Op: "desk", Path: path, Input: number, Reason: fault.ErrSyntax,
		JA: "番号は、英数字とハイフンで入力してください。", EN: "Write the number in letters, digits and hyphens.",
	}
}

func (s *store) path(number string) string { return filepath.Join(s.folder, number+".json") }

// numbers returns the numbers of all policies, in order.
func (s *store) numbers() (all []string, err error) {
	entries, err := os.ReadDir(s.folder)
	for _, e := range entries {
		if number, ok := strings.CutSuffix(e.Name(), ".json"); ok && isNumber(number) {
			all = append(all, number)
		}
	}
	return all, err
}

// read returns a policy. It returns errNone if there is none.
func (s *store) read(number string) (f file, err error) {
	if !isNumber(number) {
		return f, errNone
	}
	b, err := os.ReadFile(s.path(number))
	if errors.Is(err, fs.ErrNotExist) {
		return f, errNone
	}
	if err == nil {
		err = json.Unmarshal(b, &f)
	}
	return f, err
}

// add keeps a new policy. It returns errThere if there is one with its number.
func (s *store) add(f file) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := s.read(f.Terms.Number); !errors.Is(err, errNone) {
		return errors.Join(errThere, err)
	}
	return s.write(f)
}

// change changes a policy, unless the change returns an error.
func (s *store) change(number string, change func(*file) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, err := s.read(number)
	if err == nil {
		err = change(&f)
	}
	if err != nil {
		return err
	}
	return s.write(f)
}

// write writes a file whole, or leaves the one that is there.
func (s *store) write(f file) error {
	b, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		return err
	}
	to, err := whole.Create(s.path(f.Terms.Number), 0o600)
	if err != nil {
		return err
	}
	_, err = to.Write(b)
	return to.End(err)
}

// A matter is a policy with its claims assessed one after the other.
type matter struct {
	file
	policy  coverage.Policy
	history coverage.History
	results []coverage.Assessment // of each claim
}

// assess reads a policy and assesses its claims.
func (s *store) assess(number string) (m matter, err error) {
	if m.file, err = s.read(number); err != nil {
		return m, err
	}
	if m.policy, err = s.scheme.Record(m.Terms); err != nil {
		return m, err
	}
	for _, c := range m.Claims {
		a, err := s.assessed(m.policy, c, m.history)
		if err != nil {
			return m, fmt.Errorf("claim %s: %w", c.Number, err)
		}
		m.results, m.history = append(m.results, a), a.History
	}
	return m, nil
}

// assessed assesses a claim, with the default answers.
func (s *store) assessed(p coverage.Policy, c coverage.Claim, h coverage.History) (coverage.Assessment, error) {
	c.Facts = c.Facts.Else(s.scheme.Defaults())
	return p.Assess(c, h)
}

// index returns the place of a claim, or -1.
func (f *file) index(claim string) int {
	return slices.IndexFunc(f.Claims, func(c coverage.Claim) bool { return c.Number == claim })
}
