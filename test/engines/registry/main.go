// Command registry serves an OCI registry on loopback over TLS, for tests of fetching charts. The first line of standard output says
// where, and where its certificate is. It ends with its standard input, so that no test leaves one behind.
package main

import (
	"crypto/subtle"
	"crypto/tls"
	"encoding/json"
	"encoding/pem"
	"flag"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"

	"github.com/google/go-containerregistry/pkg/registry"
)

func main() {
	certificate := flag.String("certificate", "", "file to write the certificate to")
	user := flag.String("user", "", "who may sign in; everybody may read without it")
	password := flag.String("password", "", "of that user")
	isDamaged := flag.Bool("damaged", false, "whether what is read is not what was written")
	flag.Parse()
	quiet := log.New(io.Discard, "", 0)
	handler := registry.New(registry.Logger(quiet))
	if *isDamaged {
		handler = damaged(handler)
	}
	if *user != "" {
		handler = signedIn(handler, *user, *password)
	}
	server := httptest.NewUnstartedServer(handler)
	server.Config.ErrorLog = quiet
	server.TLS = &tls.Config{MinVersion: tls.VersionTLS12}
	server.StartTLS()
	block := &pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw}
	if err := os.WriteFile(*certificate, pem.EncodeToMemory(block), 0o600); err != nil {
		log.Fatal(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(map[string]string{"address": server.Listener.Addr().String()}); err != nil {
		log.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, os.Stdin)
}

// damaged changes the last byte of each blob that is read, as a disk or something on the way might.
func damaged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		if request.Method != http.MethodGet || !strings.Contains(request.URL.Path, "/blobs/") {
			next.ServeHTTP(response, request)
			return
		}
		found := httptest.NewRecorder()
		next.ServeHTTP(found, request)
		for name, values := range found.Header() {
			response.Header()[name] = values
		}
		body := found.Body.Bytes()
		if len(body) > 0 {
			body[len(body)-1] ^= 1
		}
		response.WriteHeader(found.Code)
		_, _ = response.Write(body)
	})
}

// signedIn asks for basic authentication as registries do (https://distribution.github.io/distribution/spec/auth/).
func signedIn(next http.Handler, user, password string) http.Handler {
	return http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		name, word, _ := request.BasicAuth()
		isUser := subtle.ConstantTimeCompare([]byte(name), []byte(user))
		if isUser&subtle.ConstantTimeCompare([]byte(word), []byte(password)) == 1 {
			next.ServeHTTP(response, request)
			return
		}
		response.Header().Set("WWW-Authenticate", `Basic realm="registry"`)
		response.Header().Set("Content-Type", "application/json")
		response.WriteHeader(http.StatusUnauthorized)
		_, _ = response.Write([]byte(`{"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}`))
	})
}
