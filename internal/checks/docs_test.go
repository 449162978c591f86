// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
	"testing"
)

// TestDocs demands a doc comment on everything exported. That of a function,
// a method, a type or a lone value starts with its name, after an article if
// there is one. A value in a group may have a comment on its line, or the
// group one. A field may have one of its own, share that of its block (a run
// of lines without an empty one), be named in the comment of its type, or have
// the name of its own type, which says what it is.
func TestDocs(t *testing.T) {
	for _, p := range list(t, pkg.public) {
		set := token.NewFileSet()
		hasPackage := false
		for _, f := range p.files(t, set, p.GoFiles...) {
			hasPackage = hasPackage || f.Doc != nil
			for _, d := range f.Decls {
				for _, miss := range undocumented(set, d) {
					t.Error(miss)
				}
			}
		}
		if !hasPackage {
			t.Errorf("%s: no package comment", p.ImportPath)
		}
	}
}

func undocumented(set *token.FileSet, d ast.Decl) []string {
	var misses []string
	miss := func(n ast.Node, name, why string) {
		misses = append(misses, at(set, n.Pos())+": "+name+": "+why)
	}
	named := func(n ast.Node, doc *ast.CommentGroup, name string) {
		text := strings.TrimSpace(doc.Text())
		for _, article := range []string{"A ", "An ", "The "} {
			text = strings.TrimPrefix(text, article)
		}
		if rest, ok := strings.CutPrefix(text, name); !ok || rest == "" || !strings.ContainsAny(rest[:1], " ,.:'\n") {
			miss(n, name, "the doc comment does not start with the name")
		}
	}
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && (d.Recv == nil || ast.IsExported(receiver(d))) {
			named(d, d.Doc, d.Name.Name)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				doc := s.Doc
				if doc == nil {
					doc = d.Doc
				}
				if s.Name.IsExported() {
					named(s, doc, s.Name.Name)
					for _, f := range fields(set, s.Type) {
						for _, id := range f.Names {
							if id.IsExported() && !f.documented && !mentions(doc.Text(), id.Name) {
								miss(id, s.Name.Name+"."+id.Name, "no comment on the field, on its block or in that of the type")
							}
						}
					}
				}
			case *ast.ValueSpec:
				for _, id := range s.Names {
					switch {
					case !id.IsExported():
					case !d.Lparen.IsValid():
						named(s, d.Doc, id.Name)
					case d.Doc == nil && s.Doc == nil && s.Comment == nil:
						miss(id, id.Name, "no comment on the value, on its line or on its group")
					}
				}
			}
		}
	}
	return misses
}

type field struct {
	*ast.Field
	documented bool
}

// fields returns the fields of a struct or the methods of an interface. A
// block of fields is documented by a comment above its first one.
func fields(set *token.FileSet, e ast.Expr) []field {
	var list []*ast.Field
	switch e := e.(type) {
	case *ast.StructType:
		list = e.Fields.List
	case *ast.InterfaceType:
		list = e.Methods.List
	}
	var all []field
	shared, last := false, 0
	for _, f := range list {
		shared = f.Doc != nil || shared && set.Position(f.Pos()).Line == last+1
		last = set.Position(f.End()).Line
		all = append(all, field{f, shared || f.Comment != nil || namesake(f)})
	}
	return all
}

// namesake reports whether a field is named as its type is: Kind Kind.
func namesake(f *ast.Field) bool {
	e := f.Type
	if s, ok := e.(*ast.SelectorExpr); ok {
		e = s.Sel
	}
	id, ok := e.(*ast.Ident)
	return ok && len(f.Names) == 1 && f.Names[0].Name == id.Name
}

// mentions reports whether a word of the text is the name, in any case and
// number.
func mentions(text, name string) bool {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(" \n\t.,;:()[]*", r) }) {
		if strings.EqualFold(word, name) || strings.EqualFold(word, name+"s") || strings.EqualFold(word+"s", name) {
			return true
		}
	}
	return false
}

// receiver returns the name of the type of a method.
func receiver(d *ast.FuncDecl) string {
	e := d.Recv.List[0].Type
	for {
		switch inner := e.(type) {
		case *ast.StarExpr:
			e = inner.X
		case *ast.IndexExpr:
			e = inner.X
		case *ast.IndexListExpr:
			e = inner.X
		case *ast.Ident:
			return inner.Name
		default:
			return ""
		}
	}
}

// TestShape demands that no exported function or method takes a bool or an
// empty interface, but for what package sql demands, that the only variables of a package are Err sentinels, and
// that there is no init function.
func TestShape(t *testing.T) {
	for _, p := range list(t, pkg.public) {
		c := check(t, p)
		for _, f := range c.files {
			for _, d := range f.Decls {
				where := at(c.set, d.Pos())
				switch d := d.(type) {
				case *ast.FuncDecl:
					if d.Name.Name == "init" && d.Recv == nil {
						t.Errorf("%s: an init function", where)
					}
					if !d.Name.IsExported() || p.path() == "fact" && d.Name.Name == "Stated" { // its bool is the answer
						continue
					}
					if d.Name.Name == "Scan" && d.Recv != nil { // for database/sql
						continue
					}
					for _, param := range d.Type.Params.List {
						if d.Name.Name == "Stated" { // the answer that a bool is
							continue
						}
						if what := vague(c.info.TypeOf(param.Type)); what != "" {
							t.Errorf("%s: %s takes %s", where, d.Name.Name, what)
						}
					}
				case *ast.GenDecl:
					if d.Tok != token.VAR {
						continue
					}
					for _, s := range d.Specs {
						for _, id := range s.(*ast.ValueSpec).Names {
							if id.Name != "_" && !sentinel(c.Scope().Lookup(id.Name)) {
								t.Errorf("%s: the variable %s is no Err sentinel", where, id.Name)
							}
						}
					}
				}
			}
		}
	}
}

func sentinel(o types.Object) bool {
	is := types.Universe.Lookup("error").Type().Underlying().(*types.Interface)
	return strings.HasPrefix(o.Name(), "Err") && types.Implements(o.Type(), is)
}

// vague says what a parameter does not tell about its argument.
func vague(typ types.Type) string {
	switch u := typ.(type) {
	case *types.Slice:
		return vague(u.Elem())
	case *types.TypeParam:
		return ""
	}
	switch u := typ.Underlying().(type) {
	case *types.Basic:
		if u.Kind() == types.Bool {
			return "a bool"
		}
	case *types.Interface:
		if u.Empty() {
			return "any value"
		}
	}
	return ""
}
