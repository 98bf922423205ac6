package serve

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metrics are what Prometheus asks for.
type metrics struct {
	registry        *prometheus.Registry
	requests        *prometheus.CounterVec
	seconds         *prometheus.HistogramVec
	articles, bytes prometheus.Counter
}

func newMetrics(slots chan struct{}) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "whosaid_http_requests_total", Help: "Requests answered, by path and status.",
		}, []string{"path", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "whosaid_http_request_seconds", Help: "Time that a request took, by path.",
			Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30},
		}, []string{"path"}),
		articles: prometheus.NewCounter(prometheus.CounterOpts{Name: "whosaid_articles_total", Help: "Articles read."}),
		bytes: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "whosaid_text_bytes_total", Help: "Bytes of text of the articles read.",
		}),
	}
	busy := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "whosaid_workers_busy", Help: "Articles that are being read.",
	}, func() float64 { return float64(len(slots)) })
	most := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "whosaid_workers", Help: "Articles that are read at once at most.",
	}, func() float64 { return float64(cap(slots)) })
	m.registry.MustRegister(m.requests, m.seconds, m.articles, m.bytes, busy, most,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// handler answers with the metrics.
func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// observe counts the requests. Paths are those that the server knows, so that no
// client can make more.
func (m *metrics) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		s := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(s, r)
		_, path, _ := strings.Cut(r.Pattern, " ")
		if path == "" {
			path = "other"
		}
		m.requests.WithLabelValues(path, strconv.Itoa(s.status)).Inc()
		m.seconds.WithLabelValues(path).Observe(time.Since(start).Seconds())
	})
}

// A statusWriter remembers the status of an answer.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (s *statusWriter) WriteHeader(status int) {
	s.status = status
	s.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController through.
func (s *statusWriter) Unwrap() http.ResponseWriter { return s.ResponseWriter }
