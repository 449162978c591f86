// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"encoding"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/strict"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
)

// A Change is one difference between the rules of two editions. The zero Change says
// nothing.
type Change struct {
	// Path is the place in the rules, such as tariff.tables[PRM-00].rows[PRM-04].annual. A row of a
	// list is named by its ID or, if it has none of its own, by its place from 0 on:
	// starts[1], or starts[1→2] if its place changed.
	Path string     `json:"path,omitzero"`
	Kind ChangeKind `json:"kind,omitzero"`

	// Was and Is are the values before and after, as people write them, each with the
	// clause of the row. Was is zero for what was added, and Is for what was removed. The
	// names of the fields in a row are those of its JSON form.
	Was clause.Note `json:"was,omitzero"`
	Is  clause.Note `json:"is,omitzero"`
}

// A ChangeKind says what happened to a value. The zero ChangeKind is that of the zero
// Change.
type ChangeKind string

const (
	Changed ChangeKind = "changed" // a field has another value
	Added   ChangeKind = "added"   // a row, or a field with parts, that was not there
	Removed ChangeKind = "removed" // a row, or a field with parts, that is not there any more
	Moved   ChangeKind = "moved"   // the rows of a list that are in both have another order
)

// Text returns the change on one line, in the language, such as:
//
//	tariff.tables[PRM-00].rows[PRM-04].annual: ¥2,940,000 → ¥3,000,000 (PRM-04)
func (c Change) Text(tag language.Tag) string {
	if c == (Change{}) {
		return ""
	}
	was, is := c.Was, c.Is
	n := note("", "{} → {}", "{} → {}", was, is)
	switch c.Kind {
	case Changed:
	case Added:
		n = note("", "追加 {}", "added {}", is)
	case Removed:
		n = note("", "削除 {}", "removed {}", was)
	case Moved:
		n = note("", "順序 {}", "order {}", n)
	}
	n = note("", "{}：{}", "{}: {}", literal(c.Path), n)
	if id := cmp.Or(is.Clause, was.Clause); id != "" {
		n = note("", "{}（{}）", "{} ({})", n, literal(id))
	}
	return text.In(tag, n.JA, n.EN)
}

// String returns the text in English.
func (c Change) String() string { return c.Text(language.English) }

// UnmarshalJSON sets c to a JSON form of it. It returns a [*fault.Error] with the path
// of the first fault. On error c is unchanged.
func (c *Change) UnmarshalJSON(b []byte) error { return strict.Unmarshal("coverage.Change", b, c) }

// Diff returns what differs between the rules of two editions, in the order of the
// fields. There are no changes between rules and the same rules read back from JSON. The
// rules need not be valid.
//
// The rows of a list are matched by their IDs: the id, the fact, the head, the code, the
// clause or the endorsement. A row whose ID changed is removed and added. Rows without an ID
// of their own are matched if they are equal, and else in their order between two that
// are. The order of the rows is a part of the list. A list of names is one value, with
// its order.
//
// Parts within more than 100 others are not compared: such rules cannot be read from
// JSON.
func Diff(was, is Rules) []Change {
	d := differ{shapes: map[reflect.Type]*shape{}}
	for k, r := range [...]*Rules{&was, &is} {
		d.options[k] = map[option.ID]*option.Row{}
		for i := range r.Options {
			d.options[k][r.Options[i].ID] = &r.Options[i]
		}
	}
	d.fields(spot{}, reflect.ValueOf(was), reflect.ValueOf(is))
	return d.all
}

// A differ collects the changes.
type differ struct {
	shapes  map[reflect.Type]*shape
	options [2]map[option.ID]*option.Row // of the rules before and after
	all     []Change
}

// A spot is where in the two editions a value is.
type spot struct {
	path  string
	level int
	side  [2]side
}

// A side is what is known of a place in one edition.
type side struct {
	clause clause.ID
	row    *option.Row // whose unit amounts have, or nil for yen
}

// deepest is the number of levels of a document.
const deepest = 100

// A shape is what is looked up of a type.
type shape struct {
	leaf    bool // a value without parts
	scalars bool // a list of leaves, or a struct of them
	fields  []field
	clause  int   // the index of the field with the clause, or -1
	with    int   // the same of the endorsement
	key     []int // those of which the first that is not "" is the ID of a row
}

type field struct {
	name  string
	index int
}

func (d *differ) shape(t reflect.Type) *shape {
	s := d.shapes[t]
	if s != nil {
		return s
	}
	s = &shape{clause: -1, with: -1}
	d.shapes[t] = s
	switch {
	case t.Implements(reflect.TypeFor[encoding.TextMarshaler]()):
		s.leaf = true
	case t.Kind() == reflect.Slice:
		s.scalars = d.shape(t.Elem()).leaf
	case t.Kind() == reflect.Struct:
		s.scalars = true
		for i := range t.NumField() {
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			s.fields = append(s.fields, field{name, i})
			s.scalars = s.scalars && d.shape(t.Field(i).Type).leaf
			switch name {
			case "clause":
				s.clause = i
			case "with":
				s.with = i
			}
		}
		for _, name := range [...]string{"id", "fact", "head", "code", "clause", "with"} {
			for _, f := range s.fields {
				if f.name == name {
					s.key = append(s.key, f.index)
				}
			}
		}
	case t.Kind() != reflect.Map:
		s.leaf = true
	}
	return s
}

// nameIn returns what a field of a row names, such as a clause, or "".
func nameIn(v reflect.Value, index int) string {
	if index < 0 {
		return ""
	}
	f := v.Field(index)
	if c, ok := f.Interface().(clause.Clause); ok {
		return string(c.ID)
	}
	return f.String()
}

// key returns the ID of a row, or "" if it has none.
func (d *differ) key(v reflect.Value) string {
	for _, index := range d.shape(v.Type()).key {
		if key := nameIn(v, index); key != "" {
			return key
		}
	}
	return ""
}

// into returns what is known within a value.
func (d *differ) into(in side, v reflect.Value) side {
	switch x := v.Interface().(type) {
	case clause.Clause:
		in.clause = cmp.Or(x.ID, in.clause)
		return in
	case option.Row:
		in.row = &x
	case limits.Term:
		if in.row = nil; x.Wait != "" {
			in.row = &option.Row{Unit: option.Hours}
		}
	}
	s := d.shape(v.Type())
	in.clause = clause.ID(cmp.Or(nameIn(v, s.clause), nameIn(v, s.with), string(in.clause)))
	return in
}

// value compares two values of a type.
func (d *differ) value(at spot, was, is reflect.Value) {
	switch s := d.shape(was.Type()); {
	case s.leaf || s.scalars && was.Kind() == reflect.Slice:
		if !same(was, is) {
			d.add(Changed, at, was, is)
		}
	case was.Kind() == reflect.Slice:
		d.rows(at, was, is)
	case was.Kind() == reflect.Map:
		d.entries(at, was, is)
	case s.scalars && was.IsZero() != is.IsZero():
		d.oneSided(at, was, is, is.IsZero())
	default:
		d.fields(at, was, is)
	}
}

// oneSided adds what is only in one of two, before or after.
func (d *differ) oneSided(at spot, was, is reflect.Value, before bool) {
	if before {
		d.add(Removed, at, was, reflect.Value{})
	} else {
		d.add(Added, at, reflect.Value{}, is)
	}
}

func (d *differ) fields(at spot, was, is reflect.Value) {
	if at.level++; at.level > deepest {
		return
	}
	at.side = [2]side{d.into(at.side[0], was), d.into(at.side[1], is)}
	path := at.path
	for _, f := range d.shape(was.Type()).fields {
		if at.path = f.name; path != "" {
			at.path = path + "." + f.name
		}
		d.value(at, was.Field(f.index), is.Field(f.index))
	}
}

// entries compares two maps.
func (d *differ) entries(at spot, was, is reflect.Value) {
	keys := map[string]reflect.Value{}
	for _, k := range append(was.MapKeys(), is.MapKeys()...) {
		keys[k.String()] = k
	}
	path := at.path
	for _, name := range sortedKeys(keys) {
		at.path = path + "[" + name + "]"
		if id, ok := keys[name].Interface().(option.ID); ok {
			for k := range at.side {
				at.side[k].row = d.options[k][id]
			}
		}
		switch a, b := was.MapIndex(keys[name]), is.MapIndex(keys[name]); {
		case a.IsValid() && b.IsValid():
			d.value(at, a, b)
		default:
			d.oneSided(at, a, b, a.IsValid())
		}
	}
}

// add adds a change. A value that is not valid is that of no row.
func (d *differ) add(kind ChangeKind, at spot, was, is reflect.Value) {
	c := Change{Path: at.path, Kind: kind}
	for k, v := range [...]reflect.Value{was, is} {
		if !v.IsValid() {
			continue
		}
		in := at.side[k]
		if d.shape(v.Type()).fields != nil {
			in = d.into(in, v)
		}
		w := writer{d, in.row}
		n := clause.Note{
			Clause: in.clause,
			JA:     cmp.Or(w.text(v, language.Japanese), "なし"), EN: cmp.Or(w.text(v, language.English), "none"),
		}
		if k == 0 {
			c.Was = n
		} else {
			c.Is = n
		}
	}
	d.all = append(d.all, c)
}

// same reports whether two leaves, or lists of them, are equal.
func same(was, is reflect.Value) bool {
	if was.Kind() == reflect.Slice {
		if was.Len() != is.Len() {
			return false
		}
		for i := range was.Len() {
			if !same(was.Index(i), is.Index(i)) {
				return false
			}
		}
		return true
	}
	if was.Comparable() {
		return was.Equal(is)
	}
	return written(was) == written(is)
}

// written returns the stored form of a value that has a text.
func written(v reflect.Value) string {
	m, _ := v.Interface().(encoding.TextMarshaler)
	b, err := m.MarshalText()
	if err != nil {
		return err.Error()
	}
	return string(b)
}

// exact returns a text by which rows that are equal are found.
func (d *differ) exact(v reflect.Value) string {
	w := writer{d, nil}
	return w.text(v, language.Japanese) + "\n" + w.text(v, language.English)
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
